"""What programs for chat and mail set around a text that somebody passes on: who sent it, when, to whom."""

from segmenter.cues.base import Cue, Weight, opening
from segmenter.cues.fragments import SURNAME
from segmenter.model import Role

_SENDER = rf"""(?:{SURNAME}\p{{Han}}{{1,3}}(?<![报网社台刊线闻])
    |\p{{Lu}}[\p{{L}}'’.-]{{1,16}}(?:\ \p{{Lu}}[\p{{L}}'’.-]{{0,16}}){{1,2}})"""
_DAY = r"(?:(?:\d{4}[-/.年])?\d{1,2}[-/.月]\d{1,2}日?(?:[-/.]\d{2,4})?,?|今天|昨天|Today|Yesterday)"
_TIME = r"(?:(?:凌晨|早上|上午|中午|下午|晚上)\ ?)?\d{1,2}:\d\d(?::\d\d)?(?:\ ?[AaPp][Mm])?"
_COLONS = tuple(f"{digit}:" for digit in "0123456789")

CUES = (
    Cue(
        id="furniture.sender",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=rf"""
            ^{_SENDER}(?:\s{{1,4}}(?:{_DAY}\s{{1,2}})?{_TIME}|\ ?\({_TIME}\))\s?:?$
            |^\[?(?:{_DAY}\s{{1,2}})?{_TIME}\]?\s?[,-]?\s{{1,3}}{_SENDER}\s?:?$
        """,
        triggers=_COLONS,
        hits=(
            "欧阳晓  10月27日 上午8:37",
            "鄭海波　上午 9:12",
            "林遠 2024/5/6 9:30:05",
            "Martin Frye (9:21):",
            "Hannah Lind  9:38 AM",
            "[9:21] Martin Frye:",
        ),
        misses=(
            "新华网 2024-05-01 10:20",
            "江湖晚报 2024-05-01 10:20",
            "Bus leaves 9:30",
            "Port Alder 9:21 train cancelled",
            "三里亭 10:20 起火",
        ),
        source="WeChat, LINE, WhatsApp and Telegram, copied.",
    ),
    Cue(
        id="furniture.chat",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:[“"]?.{1,40}的聊天(?:记录|纪录)|\[LINE\].{0,40}聊天(?:记录|纪录)?|转[发传]\s?:|\[(?:图片|贴图|照片
            |视频|链接|语音|表情|文件)\]|<Media\ omitted>
            |@(?:所有人|all)\b.{0,60}
            |(?i:chat\ (?:history|export)\ (?:with|of)\ .{2,60}|whatsapp\ chat\ with\ .{2,60}
            |-{0,6}\ ?forwarded\ message\ ?-{0,6}|forwarded\ from\ .{2,40}))$
        """,
        triggers=("聊天", "转发", "转传", "[", "<Media", "@", "hat ", "HAT ", "orwarded"),
        hits=(
            "“青石镇发布群”的聊天记录",
            "[图片]",
            "[LINE] 與青石新聞台群組的聊天",
            "@所有人 请各位留意",
            "Chat history with The Elmford Herald newsroom",
            "Forwarded message",
        ),
        misses=("聊天记录能当证据吗", "转发一条消息 获刑三年", "Chat with the mayor", "Forwarded letters pile up"),
        source="WeChat, LINE, WhatsApp and Telegram, copied.",
    ),
    Cue(
        id="furniture.mail-head",
        role=Role.FURNITURE,
        weight=Weight.STRONG,
        pattern=r"""
            ^(?:(?i:from|to|cc|bcc|reply-to)\s?:\s.{0,80}\S@\S.{0,80}|(?i:subject)\s?:\s.{2,160}
            |(?i:sent)\s?:\s.{4,60}\d
            |(?:发件人|寄件者|寄件人|收件人|收件者|抄送|副本)\s?:\s?.{2,80}|(?:主题|主旨)\s?:\s?.{2,100})$
        """,
        triggers=(
            *opening(
                "From", "FROM", "from", "To", "TO", "to", "Cc", "CC", "Bcc", "Reply", "Subject", "SUBJECT", "Sent"
            ),
            *opening("发件", "寄件", "收件", "抄送", "副本", "主题", "主旨"),
        ),
        hits=(
            "From: Elmford Herald Morning Briefing <morning@example.com>",
            "Subject: Morning Briefing: ferry fares and more",
            "寄件者：青石新聞晨間電子報 <morning@example.com>",
            "主旨：【青石新聞】今天必看",
        ),
        misses=("From: the sea to the hills", "Subject matters", "主题公园开园", "To be or not: theatre closes"),
        source="Mail programs.",
    ),
)
