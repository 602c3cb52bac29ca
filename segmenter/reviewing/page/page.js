// The page of the review: its state, its actions, and a key for each of them.

import { element, showStory } from "./fields.js";
import { Lines, putText } from "./lines.js";
import { speak, spoken, warningWords, word } from "./words.js";

const $ = (id) => document.getElementById(id);
const lines = new Lines($("lines"), $("rows"), moved);
let state = null;
let dump = 0;
let filter = "all";
let dismissed = "";

// Asking the server

async function ask(path, body) {
  let answer;
  try {
    answer = await fetch(`api/${path}`, body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  } catch {
    say(word("lost"), true);
    return null;
  }
  const values = await answer.json().catch(() => ({}));
  if (answer.ok) return values;
  if (values.error === "stale") {
    epoch += 1;
    await open(dump, lines.active);
    say(word("stale"), true);
  } else say(values.message ?? word(values.error ?? "lost"), true);
  return null;
}

let busy = Promise.resolve();
let waiting = 0;
let epoch = 0; // Counts how often somebody else's work came in between.

/** Ask for a change when those before are done. The page goes on meanwhile: a long dump takes its time. */
function change(path, body, said) {
  const seen = epoch;
  showBusy(1);
  // What was asked for before somebody else's work was shown is not done on top of it.
  const job = busy.then(() => (seen === epoch ? send(path, body, said) : false)).finally(() => showBusy(-1));
  busy = job.catch((error) => say(String(error), true));
  return job;
}

function showBusy(more) {
  waiting += more;
  $("busy").hidden = !waiting;
  $("left").setAttribute("aria-busy", String(waiting > 0));
}

async function send(path, body, said) {
  const found = await ask(path, { revision: state.revision, ...body });
  if (!found) {
    lines.show(lines.told);
    showFields();
    return false;
  }
  if (found.view.dump !== dump) await open(found.view.dump, 1);
  else take(found);
  say(said ?? word("saved", state.decisions));
  return true;
}

const act = (action, values, said) => change("act", { dump, action, ...values }, said);

async function open(index, line) {
  const found = await ask(`dump/${index}`);
  if (!found) return;
  dump = found.view.dump;
  lines.open(found.lines);
  take(found);
  lines.moveTo(line, false);
}

function take(found) {
  state = found.state;
  lines.show(found.view);
  showAll();
}

// Showing

function say(text, bad = false) {
  $("status").replaceChildren(element("span", { className: bad ? "bad" : "", textContent: text }));
}

function moved() {
  showFields();
  showPosition();
}

function showAll() {
  $("dump").replaceChildren(...state.dumps.map((file, index) => new Option(file, String(index), false, index === dump)));
  const kinds = [...new Set(state.queue.flatMap((item) => item.warnings.map(kindOf)))].sort();
  if (filter.startsWith("kind:") && !kinds.includes(filter.slice(5))) filter = "all";
  const named = [["all", word("all")], ["open", word("open")], ["warned", word("warned")], ...kinds.map((kind) => [`kind:${kind}`, word("kind", warningWords(kind))])];
  $("filter").replaceChildren(...named.map(([value, text]) => new Option(text, value, false, value === filter)));
  showFields();
  showPosition();
  showProposals();
  showUnfitting();
  for (const button of document.querySelectorAll("button[data-action=undo]")) button.disabled = !state.undo;
  for (const button of document.querySelectorAll("button[data-action=redo]")) button.disabled = !state.redo;
}

function showFields() {
  const story = lines.storyAt(lines.active);
  const ordinal = lines.storyOf[lines.active];
  showStory($("story"), story, (ordinal - 1) % 6, (values) => act("field", { line: story.headline_line, ...values }), (line) => { lines.moveTo(line, false); $("lines").focus(); });
}

const kindOf = (warning) => warning.split(":")[0];

function queue() {
  return state.queue.filter((item) =>
    filter === "all" || (filter === "open" && !item.accepted) || (filter === "warned" && item.warnings.length) ||
    item.warnings.some((warning) => filter === `kind:${kindOf(warning)}`));
}

function placeIn(items) {
  const story = lines.storyAt(lines.active);
  return story ? items.findIndex((item) => item.dump === dump && item.line === story.headline_line) : -1;
}

function showPosition() {
  const items = queue();
  const place = placeIn(items);
  $("position").textContent = items.length ? word("position", place < 0 ? "–" : place + 1, items.length) : word("none");
}

function showProposals() {
  const box = $("proposals");
  const known = JSON.stringify(state.proposals);
  box.replaceChildren();
  if (!state.proposals.length || known === dismissed) return;
  for (const proposal of state.proposals) {
    const effects = element("div");
    const adopt = element("button", { type: "button", className: "main", textContent: word("adopt"), disabled: true });
    const preview = element("button", { type: "button", textContent: word("effects") });
    const dismiss = element("button", { type: "button", textContent: word("dismiss") });
    preview.addEventListener("click", async () => {
      const found = await ask("preview", { revision: state.revision, index: proposal.index });
      if (!found) return;
      showEffects(effects, found.effects);
      adopt.disabled = false;
    });
    adopt.addEventListener("click", () => change("adopt", { dump, index: proposal.index }, word("saved", state.config)).then(() => $("lines").focus()));
    dismiss.addEventListener("click", () => { dismissed = known; showProposals(); $("lines").focus(); });
    const entry = element("pre");
    putText(entry, proposal.entry);
    box.append(element("div", { className: "panel proposal" }, element("h2", { textContent: word("proposal") }),
      element("div", { textContent: word("places", proposal.places, state.config) }), entry, effects,
      element("div", { className: "buttons" }, preview, adopt, dismiss)));
  }
}

function showEffects(box, found) {
  box.replaceChildren();
  if (!found.length) box.append(element("p", { textContent: word("noEffects") }));
  for (const item of found) {
    const list = element("ul");
    const told = (text, shown) => {
      const bdi = element("bdi");
      putText(bdi, shown);
      list.append(element("li", {}, text, bdi));
    };
    for (const line of item.lines) told(word("effectLine", line.line, word(`roles/${line.before}`), word(`roles/${line.after}`)), line.text.trim());
    for (const field of item.fields) told(word("effectField", field.line, word(`fields/${field.field}`), field.before ?? "–", field.after ?? "–"), "");
    const more = item.more_lines + item.more_fields;
    if (more) list.append(element("li", { textContent: word("more", more) }));
    box.append(element("p", { textContent: word("effectDump", item.file, ...item.stories) }), list);
  }
}

function showUnfitting() {
  const box = $("unfitting");
  box.replaceChildren();
  if (!state.unfitting.length) return;
  const list = element("ul");
  for (const item of state.unfitting) {
    const text = element("bdi");
    putText(text, item.text);
    const remove = element("button", { type: "button", textContent: word("remove") });
    remove.addEventListener("click", () => act("forget-unfitting", { index: item.index }));
    list.append(element("li", {}, word("unfittingOne", item.dump, item.line, item.what), text, " ", remove));
  }
  box.append(element("div", { className: "panel bad" }, element("h2", { textContent: word("unfitting") }), list));
}

// Doing

async function goTo(item) {
  if (!item) return;
  if (item.dump !== dump) await open(item.dump, item.line);
  else lines.moveTo(item.line, false);
}

function step(way) {
  const items = queue();
  if (!items.length) {
    say(word("none"));
    return undefined;
  }
  const place = placeIn(items);
  return goTo(items[place < 0 ? (way > 0 ? 0 : items.length - 1) : (place + way + items.length) % items.length]);
}

async function accept() {
  const story = lines.storyAt(lines.active);
  const items = queue();
  const after = items[placeIn(items) + 1];
  if (await act("accept", { line: lines.active }) && !story.accepted) await goTo(after);
}

function give(letter, name) {
  const chosen = lines.chosen();
  const job = act("role", { lines: chosen, role: name });
  lines.paint(chosen, letter);
  return job;
}

const role = (letter, name, ...keys) => ({ id: name, group: "role", keys, label: () => word(`roles/${letter}`), run: () => give(letter, name) });
const on = (action) => () => act(action, { line: lines.active });
const action = (group, id, run, ...keys) => ({ id, group, keys, run, label: () => word(`actions/${id}`) });

export const ACTIONS = [
  action("move", "down", () => lines.step(1, false), "ArrowDown"),
  action("move", "up", () => lines.step(-1, false), "ArrowUp"),
  action("move", "extendDown", () => lines.step(1, true), "Shift+ArrowDown"),
  action("move", "extendUp", () => lines.step(-1, true), "Shift+ArrowUp"),
  action("move", "pageDown", () => lines.page(1), "PageDown"),
  action("move", "pageUp", () => lines.page(-1), "PageUp"),
  action("move", "home", () => lines.moveTo(1, false), "Home"),
  action("move", "end", () => lines.moveTo(lines.lines.length, false), "End"),
  role("H", "headline", "h"), role("D", "deck", "d"), role("K", "kicker", "k"), role("S", "subhead", "s"), role("B", "byline", "b"),
  role("F", "furniture", "f"), role("P", "body", "t"), role("L", "lede", "l"), role("M", "metadata", "m"), role("C", "caption", "c"), role("-", "separator", "r"),
  action("shape", "split", on("split"), "x"),
  action("shape", "merge", on("merge"), "j"),
  action("shape", "begin", on("begin"), "["),
  action("shape", "endHere", on("end"), "]"),
  action("shape", "forget", () => act("forget", { lines: lines.chosen() }), "Backspace", "Delete"),
  action("story", "next", () => step(1), "n"),
  action("story", "previous", () => step(-1), "p"),
  action("story", "accept", accept, "a"),
  action("story", "edit", () => $("field-headline")?.focus(), "e"),
  action("story", "back", () => $("lines").focus(), "Escape"),
  action("page", "undo", () => change("undo", {}, word("undone")), "u", "Ctrl+z"),
  action("page", "redo", () => change("redo", {}, word("redone")), "y", "Ctrl+y", "Ctrl+Shift+z"),
  action("page", "filter", () => choose($("filter"), 1), "w"),
  action("page", "proposals", () => ($("proposals").querySelector("button") ?? $("lines")).focus(), "i"),
  action("page", "previousDump", () => choose($("dump"), -1), ","),
  action("page", "nextDump", () => choose($("dump"), 1), "."),
  action("page", "language", () => { speak(true); build(); lines.drop(); lines.render(); showAll(); }, "v"),
  action("page", "help", () => $("help").showModal(), "?"),
];

function choose(select, way) {
  select.selectedIndex = (select.selectedIndex + way + select.length) % select.length;
  select.dispatchEvent(new Event("change"));
  say(select.selectedOptions[0].text);
}

// The same list makes the buttons, the list of keys and the keys themselves.

const SHOWN_KEYS = { ArrowDown: "↓", ArrowUp: "↑", "Shift+ArrowDown": "Shift ↓", "Shift+ArrowUp": "Shift ↑", Escape: "Esc" };
const keyName = (key) => SHOWN_KEYS[key] ?? key.replaceAll("+", " ");

function button(item) {
  const made = element("button", { type: "button" }, item.label(), element("kbd", { textContent: keyName(item.keys[0]), ariaHidden: "true" }));
  made.dataset.action = item.id;
  made.setAttribute("aria-keyshortcuts", item.keys.map((key) => key.replace("Ctrl", "Control")).join(" "));
  made.addEventListener("click", () => item.run());
  return made;
}

function build() {
  const top = ["previous", "next", "accept", "undo", "redo", "language", "help"];
  $("tools").replaceChildren(...top.map((id) => button(ACTIONS.find((item) => item.id === id))));
  $("tools").querySelector("[data-action=accept]").classList.add("main");
  const panels = ["role", "shape"].map((group) => {
    const buttons = element("div", { className: "buttons", role: "group" }, ...ACTIONS.filter((item) => item.group === group).map(button));
    buttons.setAttribute("aria-label", word(`groups/${group}`));
    return [element("h3", { textContent: word(`groups/${group}`) }), buttons];
  });
  $("actions").replaceChildren(...panels.flat());
  $("keys").replaceChildren(...["role", "shape", "story", "page", "move"].map((group) => element("section", {},
    element("h3", { textContent: word(`groups/${group}`) }),
    element("dl", {}, ...ACTIONS.filter((item) => item.group === group).flatMap((item) => [
      element("dt", {}, ...item.keys.map((key) => element("kbd", { textContent: keyName(key) }))), element("dd", { textContent: item.label() })])))));
}

document.addEventListener("keydown", (event) => {
  if ($("help").open || event.altKey || event.metaKey && event.key !== "z") return;
  const typing = event.target.matches("input[type=text], select");
  const ctrl = event.ctrlKey || event.metaKey;
  if (typing && (event.key === "Escape" || event.key === "Enter") && event.target.matches("input")) {
    event.preventDefault();
    $("lines").focus(); // Leaving the field is what saves it.
    return;
  }
  if (typing) return;
  if (event.target.closest("button") && ["Enter", " "].includes(event.key)) return;
  const shift = event.shiftKey && (ctrl || event.key.length > 1);
  const pressed = (ctrl ? "Ctrl+" : "") + (shift ? "Shift+" : "") + (event.key.length === 1 ? event.key.toLowerCase() : event.key);
  if (pressed.length === 1 && !$("letters").checked && pressed !== "?") return;
  const item = ACTIONS.find((known) => known.keys.includes(pressed));
  if (!item) return;
  event.preventDefault();
  Promise.resolve(item.run()).catch((error) => say(String(error), true));
});

$("dump").addEventListener("change", (event) => open(Number(event.target.value), 1));
$("filter").addEventListener("change", (event) => {
  filter = event.target.value;
  const items = queue();
  if (placeIn(items) < 0) goTo(items[0]);
  showPosition();
});
$("close").addEventListener("click", () => $("help").close());
$("help").addEventListener("close", () => $("lines").focus());

// Pointing at a field, or standing in it, lights up where it was read, and the other way round.
const light = (target, on) => {
  const named = target.closest?.("[data-field]");
  if (!named) return;
  const story = named.dataset.story ?? String(lines.storyOf[lines.active]);
  const field = CSS.escape(named.dataset.field);
  for (const mark of $("rows").querySelectorAll(`mark[data-field="${field}"][data-story="${story}"]`)) mark.classList.toggle("lit", on);
  if (story === String(lines.storyOf[lines.active])) $("story").querySelector(`.row[data-field="${field}"]`)?.classList.toggle("lit", on);
};
for (const [name, on] of [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]]) {
  document.addEventListener(name, (event) => light(event.target, on));
}

// Another window may have gone on meanwhile.
window.addEventListener("focus", async () => {
  const found = state && await ask("state");
  if (found && found.revision !== state.revision) await open(dump, lines.active);
});

speak(false);
build();
const first = await ask("state");
if (first) {
  const item = first.queue[0];
  await open(item?.dump ?? 0, item?.line ?? 1);
  $("lines").focus();
}
document.documentElement.dataset.ready = spoken();
