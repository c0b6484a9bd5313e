// A permanent link opens a card under the passage: its address, and the page's citations with that address in them.
const T = document.documentElement.lang.startsWith("pt")
  ? { title: "Citar este trecho", copied: "Link copiado.", copy: "Copiar", done: "Copiado", close: "Fechar", address: "Endereço" }
  : { title: "Cite this passage", copied: "Link copied.", copy: "Copy", done: "Copied", close: "Close", address: "Address" };

const styles = [...document.querySelectorAll(".cite-style")].map((block) => {
  const words = block.querySelector("p");
  return { name: block.querySelector("h3").textContent, words, page: words.querySelector("a")?.textContent ?? "" };
});
const page = styles.find((style) => style.page)?.page ?? "";

const card = document.createElement("div");
card.id = "cite-card";
card.setAttribute("role", "dialog");
card.setAttribute("aria-label", T.title);
let owner = null;

function make(tag, className, text = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function row(name, text) {
  const line = make("div", "cite-line");
  const button = make("button", "copy", T.copy);
  button.type = "button";
  button.setAttribute("aria-label", `${T.copy}: ${name}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = T.done;
    setTimeout(() => { button.textContent = T.copy; }, 2500);
  });
  line.append(make("strong", "", name), make("span", "", text), button);
  return line;
}

function open(anchor) {
  const id = anchor.hash;
  const close = make("button", "copy cite-close", T.close);
  close.type = "button";
  close.addEventListener("click", shut);
  const rows = styles.filter((style) => style.page).map((style) => row(style.name, style.words.textContent.trim().replace(style.page, style.page + id)));
  card.replaceChildren(make("p", "cite-title", `${T.title}. ${T.copied}`), row(T.address, page + id), ...rows, close);
  owner = anchor;
  (anchor.closest(".passage, .answer, li, tr, h2, h3") ?? anchor).after(place(anchor));
  // Following the link moves the focus to the passage; the card takes it back afterwards.
  setTimeout(() => card.querySelector("button").focus({ preventScroll: true }));
}

// A card within a table needs a row of its own, within a list an item.
function place(anchor) {
  const cell = anchor.closest("tr");
  if (cell) {
    const tr = make("tr", "cite-place");
    const td = make("td");
    td.colSpan = cell.cells.length;
    td.append(card);
    tr.append(td);
    return tr;
  }
  const holder = make(anchor.closest("li") ? "li" : "div", "cite-place");
  holder.append(card);
  return holder;
}

function shut() {
  const holder = card.closest(".cite-place");
  card.remove();
  holder?.remove();
  owner?.focus({ preventScroll: true });
  owner = null;
}

if (page) {
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest?.("article.record a.anchor");
    if (!anchor) return;
    const again = owner === anchor;
    if (owner) shut();
    if (!again) open(anchor);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && owner) shut();
  });
}
