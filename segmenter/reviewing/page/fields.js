// The story on the right: its fields, each with the places where it was read, to be edited.

import { fieldName, putText } from "./lines.js";
import { warningWords, word } from "./words.js";

const FIELDS = ["headline", "kicker", "deck", "byline", "dateline.place", "dateline.region", "dateline.agency", "dateline.date", "published", "source", "section"];

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
export { element };

const shown = (story, field) => {
  if (field === "byline") return story.byline.map((person) => `${person.name} (${person.role})`).join("; ");
  const [table, key] = field.split(".");
  return (key ? story[table][key] : story[table]) ?? "";
};

/** People as they are typed: `name (role); name (role)`; without a role, a reporter. */
export function people(text) {
  return text.split(/[;；]/).map((part) => part.trim()).filter(Boolean).map((part) => {
    const [, name, role] = part.match(/^(.*?)\s*(?:[(（]([^()（）]*)[)）])?$/);
    return { name, role: role ?? "reporter" };
  });
}

/** Show a story. `act` decides a field, `go` leads to a line. */
export function showStory(box, story, hue, act, go) {
  const focused = box.contains(document.activeElement) ? document.activeElement.id : "";
  box.className = story ? `hue${hue}` : "";
  if (!story) {
    box.replaceChildren(element("p", { className: "soft", textContent: word("noStory") }));
    return;
  }
  const headline = element("p", { className: "headline-text", lang: story.language });
  putText(headline, story.headline);
  const percent = Math.round(story.confidence * 100);
  const meter = element("meter", { min: 0, max: 100, low: 70, high: 90, optimum: 100, value: percent });
  meter.setAttribute("aria-label", word("sure", percent));
  const sure = element("div", { className: "sure" }, meter, word("sure", percent));
  if (story.accepted) sure.append(element("span", { className: "done", textContent: `✓ ${word("accepted")}` }));
  const warnings = story.warnings.map((text) => element("p", { className: "warning", textContent: warningWords(text) }));
  if (story.held_back) warnings.push(element("p", { className: "warning", textContent: word("heldBack", story.held_back) }));
  box.replaceChildren(headline, sure, ...warnings, ...FIELDS.map((field) => row(story, field, act, go)));
  if (focused) document.getElementById(focused)?.focus();
}

function row(story, field, act, go) {
  const id = `field-${field}`;
  const told = story.evidence.filter((item) => fieldName(item.field) === field);
  const decided = told.some((item) => item.cue === "decision");
  const value = shown(story, field);
  const input = element("input", { type: "text", id, value, dir: "auto", autocomplete: "off", spellcheck: false });
  input.addEventListener("change", () => {
    const text = input.value.trim();
    if (text === value) return;
    act({ field, value: field === "byline" ? people(text) : text || null });
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") input.value = value;
  });
  const where = element("span", { className: "where" });
  const places = new Map(told.filter((item) => item.raw).map((item) => [`${item.line}:${item.column}`, item]));
  if (field === "headline" && !places.size) places.set(String(story.headline_line), { line: story.headline_line, column: 1 });
  for (const [name, item] of [...places].slice(0, 2)) {
    const button = element("button", { type: "button", textContent: name, title: word("readAt", item.line, item.column) });
    button.setAttribute("aria-label", word("readAt", item.line, item.column));
    button.addEventListener("click", () => go(item.line));
    where.append(button);
  }
  if (decided) {
    const back = element("button", { type: "button", textContent: "↺", title: word("takeBack") });
    back.setAttribute("aria-label", word("takeBack"));
    back.addEventListener("click", () => act({ field }));
    where.append(back);
  }
  const made = element("div", { className: `row${decided ? " decided" : ""}` }, element("label", { htmlFor: id, textContent: word(`fields/${field}`) }), input, where);
  made.dataset.field = field;
  return made;
}
