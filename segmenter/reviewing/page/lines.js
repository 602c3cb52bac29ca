// The dump on the left: only the rows in view are in the page, however long the dump is.

import { word } from "./words.js";

const ABOVE = 600; // Pixels above and below the view in which rows are kept ready.
const ROW = 27; // Pixels of a row that has not been measured yet, for each line of text.
const SHOWN = 4000; // Characters of a line that are shown.
const NAMES = { K: "kicker", H: "headline", D: "deck", B: "byline", M: "metadata", L: "lede", P: "body", S: "subhead", C: "caption", F: "furniture", "-": "separator", " ": "blank" };
// What would not be seen, or would turn the text around it: shown by its number.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

/** Put text into an element, character by character where one has to be made visible. */
export function putText(element, text) {
  for (const piece of text.split(new RegExp(`(${CONTROL.source})`, "u"))) {
    if (piece && CONTROL.test(piece)) {
      const shown = document.createElement("span");
      shown.className = "control";
      shown.textContent = `U+${piece.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      element.append(shown);
    } else if (piece) element.append(piece);
  }
}

export class Lines {
  constructor(box, rows, onMove) {
    this.box = box;
    this.rows = rows;
    this.onMove = onMove;
    this.lines = [];
    this.active = 1;
    this.anchor = 1;
    this.shown = new Map();
    box.addEventListener("scroll", () => this.render());
    new ResizeObserver(() => { this.estimate(); this.render(); }).observe(box);
    rows.addEventListener("click", (event) => {
      const row = event.target.closest(".line");
      if (!row || (String(getSelection()) && !event.shiftKey)) return;
      box.focus();
      this.moveTo(Number(row.dataset.number), event.shiftKey, false);
    });
  }

  open(lines) {
    this.lines = lines;
    this.active = this.anchor = Math.max(1, lines.findIndex((line) => line.trim()) + 1);
    this.estimate();
  }

  /** Show how the server splits the dump. */
  show(view) {
    this.told = view;
    this.view = { ...view };
    this.decided = new Set(view.decided);
    this.storyOf = new Int32Array(this.lines.length + 2);
    this.marks = new Map();
    view.stories.forEach((story, index) => {
      this.storyOf.fill(index + 1, story.lines[0], story.lines[1] + 1);
      for (const item of story.evidence) {
        if (!item.raw) continue;
        if (!this.marks.has(item.line)) this.marks.set(item.line, []);
        this.marks.get(item.line).push({ ...item, story: index + 1 });
      }
    });
    this.drop();
    this.render();
  }

  /** Show a role that lines will have, until the server has said what follows from it. */
  paint(numbers, letter) {
    const roles = [...this.view.roles];
    for (const number of numbers) {
      roles[number - 1] = letter;
      this.decided.add(number);
    }
    this.view.roles = roles.join("");
    this.drop();
    this.render();
  }

  /** The story that a line is in, or undefined. */
  storyAt(number) {
    return this.view.stories[this.storyOf[number] - 1];
  }

  /** The numbers of the selected lines that are not blank. */
  chosen() {
    const [first, last] = [Math.min(this.active, this.anchor), Math.max(this.active, this.anchor)];
    const numbers = [];
    for (let number = first; number <= last; number += 1) if (this.view.roles[number - 1] !== " ") numbers.push(number);
    return numbers;
  }

  /** Move by so many lines that are not blank. */
  step(count, extend) {
    let number = this.active;
    const way = Math.sign(count);
    for (let left = Math.abs(count); left > 0; left -= 1) {
      let next = number + way;
      while (next >= 1 && next <= this.lines.length && this.view.roles[next - 1] === " ") next += way;
      if (next < 1 || next > this.lines.length) break;
      number = next;
    }
    this.moveTo(number, extend);
  }

  page(way) {
    const top = this.offsets[this.active - 1] + way * this.box.clientHeight * 0.85;
    const number = Math.min(this.lines.length, Math.max(1, this.rowAt(top) + 1));
    this.moveTo(number, false);
    if (this.view.roles[this.active - 1] === " ") this.step(way > 0 ? 1 : -1, false);
  }

  moveTo(number, extend, scroll = true) {
    if (!this.lines.length) return;
    this.active = Math.min(this.lines.length, Math.max(1, number));
    if (!extend) this.anchor = this.active;
    this.drop();
    if (scroll) this.reveal();
    this.render();
    if (scroll) this.reveal();
    this.onMove();
  }

  reveal() {
    const top = this.offsets[this.active - 1];
    const bottom = this.offsets[this.active];
    const margin = this.box.clientHeight / 5;
    if (top - margin < this.box.scrollTop) this.box.scrollTop = top - margin;
    else if (bottom + margin > this.box.scrollTop + this.box.clientHeight) this.box.scrollTop = bottom + margin - this.box.clientHeight;
  }

  // Heights: guessed from the length of a line until its row has been in the page.

  estimate() {
    const columns = Math.max(20, (this.box.clientWidth - 110) / 8);
    this.heights = Float64Array.from(this.lines, (line) => {
      let width = 0;
      for (let at = 0; at < line.length && width < 8 * columns; at += 1) width += line.charCodeAt(at) > 0x2e7f ? 2 : 1;
      return ROW * Math.min(6, Math.max(1, Math.ceil(width / columns)));
    });
    this.drop();
    this.add();
  }

  add() {
    const offsets = new Float64Array(this.heights.length + 1);
    for (let index = 0; index < this.heights.length; index += 1) offsets[index + 1] = offsets[index] + this.heights[index];
    this.offsets = offsets;
    this.rows.style.height = `${offsets[offsets.length - 1]}px`;
  }

  /** Index of the row at a height. */
  rowAt(top) {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.offsets[middle + 1] <= top) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, Math.max(0, this.lines.length - 1));
  }

  drop() {
    this.rows.replaceChildren();
    this.shown.clear();
  }

  render() {
    if (!this.view || !this.offsets) return;
    for (let round = 0; round < 3; round += 1) {
      const first = this.rowAt(this.box.scrollTop - ABOVE);
      const last = this.rowAt(this.box.scrollTop + this.box.clientHeight + ABOVE);
      for (const [index, row] of this.shown) {
        if (index < first || index > last) {
          row.remove();
          this.shown.delete(index);
        }
      }
      const fresh = [];
      for (let index = first; index <= last && index < this.lines.length; index += 1) {
        if (this.shown.has(index)) continue;
        const row = this.row(index);
        this.shown.set(index, row);
        this.rows.append(row);
        fresh.push([index, row]);
      }
      let moved = 0;
      let changed = false;
      for (const [index, height] of fresh.map(([index, row]) => [index, row.offsetHeight])) {
        if (this.heights[index] === height) continue;
        if (this.offsets[index + 1] <= this.box.scrollTop) moved += height - this.heights[index];
        this.heights[index] = height;
        changed = true;
      }
      if (changed) this.add();
      for (const [index, row] of this.shown) row.style.transform = `translateY(${this.offsets[index]}px)`;
      if (moved) this.box.scrollTop += moved;
      if (!changed) break;
    }
    const active = this.shown.get(this.active - 1);
    if (active && active.id) this.box.setAttribute("aria-activedescendant", active.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  row(index) {
    const number = index + 1;
    const letter = this.view.roles[index];
    const story = this.storyOf[number];
    const row = document.createElement("div");
    row.className = `line ${NAMES[letter]}`;
    row.dataset.number = number;
    if (story) {
      row.dataset.story = story;
      row.classList.add(`hue${(story - 1) % 6}`);
      if (this.storyOf[number - 1] !== story) row.classList.add("first");
      if (story === this.storyOf[this.active]) row.classList.add("current");
    }
    const chosen = number >= Math.min(this.active, this.anchor) && number <= Math.max(this.active, this.anchor);
    if (letter === " ") row.setAttribute("role", "presentation");
    else {
      row.id = `line-${number}`;
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", String(chosen));
      row.setAttribute("aria-setsize", this.lines.length);
      row.setAttribute("aria-posinset", number);
      row.classList.toggle("chosen", chosen);
      row.classList.toggle("active", number === this.active);
      row.classList.toggle("decided", this.decided.has(number));
    }
    const cell = (name, text) => {
      const element = document.createElement("span");
      element.className = name;
      element.textContent = text;
      row.append(element);
      return element;
    };
    // What eyes see at a glance is said in words.
    cell("number", number).ariaHidden = "true";
    const badge = cell("letter", letter.trim());
    badge.ariaHidden = "true";
    if (letter !== " ") {
      badge.title = word(`roles/${letter}`);
      const role = badge.title + (this.decided.has(number) ? `, ${word("decided")}` : "");
      cell("hidden", story ? word("option", number, role, story) : word("outside", number, role));
    }
    this.fill(cell("text", ""), index);
    return row;
  }

  /** The text of a line, with marks where values were read. */
  fill(element, index) {
    const items = this.marks.get(index + 1) ?? [];
    const line = this.lines[index];
    const text = line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
    // Columns are counted in characters, which take one or two places in a text here.
    const characters = items.length ? Array.from(text) : [];
    let at = 0;
    for (const item of [...items].sort((one, other) => one.column - other.column)) {
      const start = item.column - 1;
      const end = start + Array.from(item.raw).length;
      if (start < at || end > characters.length) continue;
      putText(element, characters.slice(at, start).join(""));
      const mark = document.createElement("mark");
      mark.dataset.field = fieldName(item.field);
      mark.dataset.story = item.story;
      mark.title = `${item.field}: ${item.value}`;
      putText(mark, characters.slice(start, end).join(""));
      element.append(mark);
      at = end;
    }
    putText(element, items.length ? characters.slice(at).join("") : text);
  }
}

/** The row of the card that an evidence belongs to. */
export function fieldName(field) {
  return field.startsWith("dateline.") ? field.split(".").slice(0, 2).join(".").replace("agency_id", "agency") : field.split(".")[0];
}
