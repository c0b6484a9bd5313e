// Copy buttons for citations, and permanent links that copy themselves when followed.
const words = document.documentElement.lang.startsWith("pt")
  ? { copy: "Copiar", copied: "Copiado", link: "Link copiado" }
  : { copy: "Copy", copied: "Copied", link: "Link copied" };

const status = document.createElement("p");
status.className = "copy-status";
status.setAttribute("role", "status");
document.body.append(status);

async function copy(text, message) {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = message;
    setTimeout(() => (status.textContent = ""), 2500);
    return true;
  } catch {
    return false;
  }
}

for (const block of document.querySelectorAll(".cite-style")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.copy;
  button.setAttribute("aria-label", `${words.copy}: ${block.querySelector("h3").textContent}`);
  button.addEventListener("click", async () => {
    if (await copy(block.querySelector("p").textContent.trim(), words.copied)) {
      button.textContent = words.copied;
      setTimeout(() => (button.textContent = words.copy), 2500);
    }
  });
  block.append(button);
}

document.addEventListener("click", (event) => {
  const anchor = event.target.closest?.("a.anchor");
  if (anchor) copy(anchor.href, words.link);
});
