"""Pieces of pattern that the cues for bylines, datelines and captions share. All are verbose regex for folded text.

The long list of agencies is not in them: a list of hundreds costs more to compile than a page takes to read, and the
shape of a dateline says enough. Which part of it is the outlet and which the place, `tagging` finds by the list.
"""

DAY = r"""(?:(?:(?:\d{4}|[〇○零一二三四五六七八九]{4})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\ ?月\ ?(?:\d{1,2}
    |[一二三四五六七八九十廿卅]{1,4})\ ?日
|(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})日|今日|昨日)"""
"""A day, with month and year or without: `8月1日`, `五月九日`, `十六日`, `今日`."""

PART_OF_DAY = r"(?:清晨|凌晨|早间|上午|中午|下午|傍晚|晚间|晚|午后|深夜)"

OUTLET_SHAPE = r"""(?:[\p{Han}A-Za-z0-9]{0,10}?(?:[晨晚早午]报|[时快商导画]报|日报|都市报|新闻网|网|通讯社|社|电视台
    |电台|卫视|在线|客户端
|周刊|传媒|新闻中心|频道|报|(?<=\p{Han})新闻)(?!站|道|讯社))"""
"""What an outlet that no list knows looks like."""

OUTLET_CHARACTERS = r"(?:(?![的了是从称说]|在(?!线))[\p{Han}A-Za-z0-9《》·-])"
"""What an outlet and the place behind it may be written with."""

TITLE = r"""(?:(?:特约|特派|见习|首席|高级|资深|职工|专栏|执笔|参与|(?:常)?驻[\p{Han}、]{1,14}?|赴[\p{Han}]{1,10}?
    |全媒体|融媒体|财经|体育)*
(?:记者(?!连线|[会节站证们问]|手记|调查|观察|协会|提问|视角|日记)|特派员|通讯员|实习生|实习记者|评论员|摄影记者
|撰稿人?|专栏作者|特约作者|编译|撰述))"""
"""A title that stands before a name."""

END_MARK = r"""(?:\s{0,4}(?:[(\[【]\s?(?:本文|全文)?
    (?:完|完结|未完|未完待续|待续|[A-Z]\d?|(?i:end)|[下上][转接][^()]{1,12})\s?[)\]】]
    |[①-⑳■□◆◇●★▲▍]|(?:编辑|责编)\s?:\s?[A-Za-z]\w{1,20})){0,3}"""
"""What may stand behind a story's last credit: `（完）`, `(B)⑦`, `（下转第四版）`, an editor's handle."""

SURNAME = r"(?:\L<compound_surnames>|\L<common_surnames>|\L<rare_surnames>)"
"""What a Chinese name opens with. A check on what a title frames; nothing is found by it alone."""

CHINESE_NAMES = rf"(?:{SURNAME}\p{{Han}}{{1,2}}(?:[、\ /]{{1,2}}\p{{Han}}{{2,3}}){{0,4}})"
"""One or several names in Chinese characters, parted by marks or spaces."""

CREDITED_NAMES = rf"""(?:本报|实习|见习|特约)?(?:记者|作者|撰文|编辑|责编)(?:\s?[:/]\s?|\s{{0,3}})
    {CHINESE_NAMES}"""
"""Who made it, behind a title or a label, in a line of time and outlet."""

LATIN_NAME = r"""(?:\p{Lu}[\p{L}\p{M}'’.-]{0,20}(?:\ (?:(?:de|la|du|von|van|der|den|da|di|del|dos|bin|al|el|y)\ ){0,2}
\p{Lu}[\p{L}\p{M}'’.-]{0,20}){1,4})"""
"""A person's name in Latin letters: two to five words that begin with a capital, particles between them."""

LATIN_NAMES = rf"(?:{LATIN_NAME}(?:(?:\ ?[,;/&]\ ?(?:(?i:and)\ )?|\ (?i:and|with)\ ){LATIN_NAME}){{0,9}})"
"""One or several names in Latin letters."""
