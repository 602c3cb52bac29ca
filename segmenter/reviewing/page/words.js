// The words of the page in its languages. Text of dumps is never translated.

export const WORDS = {
  en: {
    title: "segmenter review", dump: "Dump", show: "Show", lines: "Lines of the dump", story: "Story", keys: "Keys",
    close: "Close", letters: "Keys of one letter are on", position: "{0} of {1}, least certain first", none: "nothing to show",
    all: "all stories", open: "not accepted yet", warned: "with any warning", kind: "warning: {0}",
    noStory: "This line is in no story.", accepted: "accepted", sure: "confidence {0} %", heldBack: "held back: {0}",
    readAt: "read at line {0}, column {1}; go there", takeBack: "take the decision back", decided: "decided",
    option: "line {0}, {1}, story {2}: ", outside: "line {0}, {1}: ", blank: "The line is blank.",
    "first": "No story stands above.", "no-story": "No story is there.", "ends-there": "The story ends there already.", nothing: "There is nothing to go back to.",
    stale: "Changed elsewhere meanwhile: the present state is shown now, and nothing was overwritten. Please look, and do it again.",
    lost: "The server does not answer. Is `segmenter review` still running?", saving: "saving …", saved: "Saved: {0}", undone: "Undone.", redone: "Done again.",
    proposal: "This pattern repeats", places: "Found {0} times in the open dumps. For {1}:", effects: "Show what it would change",
    adopt: "Adopt", dismiss: "No", noEffects: "It would change nothing in the open dumps.", effectDump: "{0}: {1} stories, then {2}",
    effectLine: "line {0}: {1} → {2}: ", effectField: "line {0}: {1}: {2} → {3}", more: "and {0} more",
    unfitting: "Decisions that fit their text no more", unfittingOne: "{0}, line {1}: {2}: ", remove: "Remove", gotoLine: "Go to line",
    groups: { move: "Moving", role: "The line is …", shape: "Boundaries", story: "Story", page: "Page" },
    roles: { K: "kicker", H: "headline", D: "deck", B: "byline", M: "metadata", L: "lede", P: "text", S: "subhead", C: "caption", F: "furniture", "-": "rule" },
    fields: { headline: "headline", kicker: "kicker", deck: "deck", byline: "byline", "dateline.place": "place", "dateline.region": "region",
      "dateline.agency": "agency", "dateline.date": "dateline day", published: "published", source: "source", section: "section" },
    actions: { down: "line below", up: "line above", extendDown: "select down", extendUp: "select up", pageDown: "page down", pageUp: "page up", home: "first line", end: "last line",
      next: "next", previous: "previous", accept: "accept", filter: "filter by warning", split: "begin a story here", merge: "merge with the story above",
      begin: "move the beginning here", endHere: "move the end here", forget: "take back decisions on the line", undo: "undo", redo: "redo", edit: "edit the fields", back: "back to the lines",
      proposals: "look at the proposals", nextDump: "next dump", previousDump: "previous dump", language: "中文", help: "keys" },
    warnings: [],
  },
  zh: {
    title: "segmenter 审校", dump: "文本", show: "显示", lines: "文本各行", story: "稿件", keys: "按键",
    close: "关闭", letters: "启用单字母按键", position: "第 {0} 篇,共 {1} 篇,最不确定的在前", none: "没有可显示的稿件",
    all: "全部稿件", open: "尚未认可", warned: "有任何提醒", kind: "提醒:{0}",
    noStory: "此行不属于任何稿件。", accepted: "已认可", sure: "把握 {0} %", heldBack: "暂不写出:{0}",
    readAt: "取自第 {0} 行第 {1} 字;前往", takeBack: "撤回此项决定", decided: "已决定",
    option: "第 {0} 行,{1},第 {2} 篇:", outside: "第 {0} 行,{1}:", blank: "这是空行。",
    "first": "上面没有稿件。", "no-story": "此处没有稿件。", "ends-there": "稿件本来就在此结束。", nothing: "没有可撤销或重做的操作。",
    stale: "内容已在别处改动:现在显示的是最新状态,没有覆盖任何改动。请查看后重新操作。",
    lost: "服务器没有回应。`segmenter review` 还在运行吗?", saving: "正在保存……", saved: "已保存:{0}", undone: "已撤销。", redone: "已重做。",
    proposal: "这一格式重复出现", places: "在打开的文本中出现 {0} 次。可写入 {1}:", effects: "查看会改变什么",
    adopt: "采用", dismiss: "不采用", noEffects: "不会改变打开的文本。", effectDump: "{0}:{1} 篇变为 {2} 篇",
    effectLine: "第 {0} 行:{1} → {2}:", effectField: "第 {0} 行:{1}:{2} → {3}", more: "另有 {0} 处",
    unfitting: "与文本不再相符的决定", unfittingOne: "{0},第 {1} 行:{2}:", remove: "移除", gotoLine: "前往此行",
    groups: { move: "移动", role: "此行是……", shape: "边界", story: "稿件", page: "页面" },
    roles: { K: "引题", H: "主题", D: "副题", B: "署名", M: "元数据", L: "导语", P: "正文", S: "小标题", C: "图说", F: "版面杂项", "-": "分隔线" },
    fields: { headline: "主题", kicker: "引题", deck: "副题", byline: "署名", "dateline.place": "电头地点", "dateline.region": "地区",
      "dateline.agency": "通讯社", "dateline.date": "电头日期", published: "发布日期", source: "来源", section: "版块" },
    actions: { down: "下一行", up: "上一行", extendDown: "向下选择", extendUp: "向上选择", pageDown: "下一屏", pageUp: "上一屏", home: "首行", end: "末行",
      next: "下一篇", previous: "上一篇", accept: "认可", filter: "按提醒筛选", split: "从此行另起一篇", merge: "并入上一篇",
      begin: "稿件开头移到此行", endHere: "稿件结尾移到此行", forget: "撤回对此行的决定", undo: "撤销", redo: "重做", edit: "编辑各项", back: "回到文本",
      proposals: "查看建议", nextDump: "下一个文本", previousDump: "上一个文本", language: "English", help: "按键一览" },
    warnings: [
      [/^headline: none found.*$/, "主题:未找到,以首行代替"], [/^boundaries: confidence (.*)$/, "边界:把握 $1"],
      [/^published: year inferred$/, "发布日期:年份系推断"], [/^published: (.*) inferred$/, "发布日期:$1 系推断"],
      [/^published: (.*) can be read in two ways$/, "发布日期:$1 有两种读法"],
      [/^dateline: no date states the year of (.*)$/, "电头:没有日期说明 $1 的年份"],
      [/^headline$/, "主题"], [/^boundaries$/, "边界"], [/^published$/, "发布日期"], [/^dateline$/, "电头"],
    ],
  },
};

let language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";

export const spoken = () => language;

/** A word of the page, its {0}, {1}, … replaced. */
export function word(key, ...values) {
  const found = key.split("/").reduce((words, name) => words?.[name], WORDS[language]);
  return String(found ?? key).replace(/\{(\d)\}/g, (_, index) => String(values[index]));
}

/** A warning of the splitter, in the page's language where it has it. */
export function warningWords(text) {
  for (const [pattern, words] of WORDS[language].warnings) {
    if (pattern.test(text)) return text.replace(pattern, words);
  }
  return text;
}

/** Show the other language, or the present one at the start. */
export function speak(other) {
  if (other) language = language === "en" ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  document.title = word("title");
  for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
}
