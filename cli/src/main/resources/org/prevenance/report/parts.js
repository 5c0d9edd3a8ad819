// What pages of figures share: words in the reader's language, numbers, tables, charts that follow the window.

const percentSign = () => (view.language === "fr" ? "\u00a0%" : "%");
const decimal = (value, digits) =>
  new Intl.NumberFormat(say.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
const percent = share => decimal(share * 100, 0) + percentSign();
const span = (estimate, format) => `${format(estimate.low)}–${format(estimate.high)}`;

/** Puts the words of the page that hold no data into it. */
function sayAll() {
  document.documentElement.lang = view.language;
  document.title = `${say.title} – Prévenance`;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = say[node.dataset.t];
  for (const node of document.querySelectorAll("[data-label]"))
    node.setAttribute("aria-label", say[node.dataset.label]);
  for (const node of document.querySelectorAll("[data-language]"))
    node.setAttribute("aria-pressed", String(node.dataset.language === view.language));
}

/** Rows of texts, or of nodes; the first cell heads its row. */
function table(id, heads, rows, classes = []) {
  const cell = (name, attributes, content) => element(name, attributes, ...(Array.isArray(content) ? content : [content]));
  byId(id).replaceChildren(
    element(
      "thead",
      null,
      element("tr", null, ...heads.map((head, i) => cell("th", { scope: "col", class: i ? "number" : null }, head))),
    ),
    element(
      "tbody",
      null,
      ...rows.map((row, r) =>
        element(
          "tr",
          { class: classes[r] || null },
          ...row.map((content, i) =>
            i ? cell("td", { class: "number" }, content) : cell("th", { scope: "row" }, content),
          ),
        ),
      ),
    ),
  );
}

const withRange = (estimate, format, range) =>
  estimate ? [format(estimate.value), element("small", null, range(estimate))] : "–";

/** Draws anew when another language is chosen. */
function listenToLanguages(draw) {
  for (const button of document.querySelectorAll("[data-language]"))
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      draw();
    });
}

/** Draws charts anew when the window has another width. */
function followWidth(drawCharts) {
  let lastWidth = byId("main").clientWidth;
  new ResizeObserver(() => {
    const width = byId("main").clientWidth;
    if (width === lastWidth) return;
    lastWidth = width;
    drawCharts();
  }).observe(byId("main"));
}
