// Notes on hover and on keyboard focus: a card with the note's own words; it stays while the pointer or the focus is in it.
const card = document.createElement("div");
card.id = "note-card";
card.setAttribute("role", "note");
card.hidden = true;

let owner = null;
let closing = 0;

function open(mark) {
  const note = document.querySelector(mark.getAttribute("href"));
  if (!note) return;
  clearTimeout(closing);
  if (owner === mark && !card.hidden) return;
  close();
  owner = mark;
  card.replaceChildren(...[...note.cloneNode(true).childNodes]);
  for (const held of card.querySelectorAll("[id]")) held.removeAttribute("id");
  mark.closest("sup").after(card);
  mark.setAttribute("aria-describedby", "note-card");
  card.hidden = false;
  place(mark);
}

function place(mark) {
  card.style.setProperty("inset", "auto");
  const anchor = mark.getBoundingClientRect();
  const parent = (card.offsetParent ?? document.body).getBoundingClientRect();
  const width = card.offsetWidth;
  const left = Math.min(Math.max(anchor.left - width / 3, 8), document.documentElement.clientWidth - width - 8);
  const below = anchor.bottom + card.offsetHeight + 12 < window.innerHeight;
  const top = below ? anchor.bottom + 6 : anchor.top - card.offsetHeight - 6;
  card.style.left = `${left - parent.left}px`;
  card.style.top = `${top - parent.top}px`;
}

function close() {
  owner?.removeAttribute("aria-describedby");
  owner = null;
  card.hidden = true;
}

function closeSoon() {
  clearTimeout(closing);
  closing = setTimeout(close, 250);
}

const markOf = (event) => event.target.closest?.("sup.note a");
const inCard = (event) => card.contains(event.target);

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const mark = markOf(event);
  if (mark) open(mark);
  else if (inCard(event)) clearTimeout(closing);
  else if (!card.hidden) closeSoon();
});
document.addEventListener("focusin", (event) => {
  const mark = markOf(event);
  if (mark) open(mark);
  else if (!inCard(event)) close();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !card.hidden) close();
});
// A touch opens the card; a second touch on the same mark goes to the note itself.
document.addEventListener("click", (event) => {
  const mark = markOf(event);
  if (mark && matchMedia("(hover: none)").matches && owner !== mark) {
    event.preventDefault();
    open(mark);
  } else if (!mark && !inCard(event)) {
    close();
  }
});
