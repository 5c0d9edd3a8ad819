// The list of cases: search, filters, order, pages, and what one case opens to.

const rank = each => (each.amount === null ? 2 : each.currency === "points" ? 1 : 0);
const ORDERS = {
  subject: (a, b) => formats.collator.compare(a.subject, b.subject),
  trouble: (a, b) => formats.collator.compare(title(a.signal), title(b.signal)),
  since: (a, b) => a.since - b.since,
  stake: (a, b) =>
    rank(b) - rank(a) || (a.currency < b.currency ? 1 : a.currency > b.currency ? -1 : 0) || a.amount - b.amount,
  state: (a, b) => (a.closed === null ? 0 : 1) - (b.closed === null ? 0 : 1),
};
const HEADS = [
  ["subject", true],
  ["trouble", true],
  ["since", true],
  ["stake", false],
  ["state", true],
];

function drawChoices() {
  const options = (select, chosen, pairs) =>
    select.replaceChildren(
      ...pairs.map(([value, text]) => element("option", { value, selected: value === chosen }, text)),
    );
  options(byId("trouble"), view.trouble, [
    ["", say.all],
    ...troubles.map((signal, i) => [String(i), `${title(i)} (${whole(signal.cases)})`]),
  ]);
  options(byId("state"), view.state, [
    ["", say.all],
    ["open", say.open],
    ["closed", say.closed],
  ]);
}

const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function matches(each, words) {
  if (view.trouble !== "" && each.signal !== Number(view.trouble)) return false;
  if (view.state !== "" && (each.closed === null) !== (view.state === "open")) return false;
  if (!words.length) return true;
  const signal = data.signals[each.signal];
  each.folded ??= fold(
    [each.subject, signal.name, signal.fr, signal.en, each.because.fr, each.because.en].join("\n"),
  );
  return words.every(word => each.folded.includes(word));
}

function choose() {
  const words = fold(view.words).split(/\s+/).filter(Boolean);
  const order = ORDERS[view.sort],
    way = view.up ? 1 : -1;
  shown = cases.filter(each => matches(each, words));
  shown.sort((a, b) => way * order(a, b) || a.order - b.order);
}

/** What the reader asked for has changed: back to the first page. */
function filter() {
  view.page = 0;
  drawCases();
  lightUp();
}

function drawCases() {
  choose();
  markHeads();
  drawCount();
  drawRows();
}

function drawHeads() {
  byId("heads").replaceChildren(
    ...HEADS.map(([name, firstUp]) =>
      element(
        "th",
        { scope: "col", role: "columnheader", class: name, "data-sort": name },
        element(
          "button",
          { type: "button", click: () => sortBy(name, firstUp) },
          say[name],
          element("span", { class: "way", "aria-hidden": "true" }),
        ),
      ),
    ),
  );
}

function markHeads() {
  for (const head of byId("heads").children) {
    const active = head.dataset.sort === view.sort;
    head.setAttribute("aria-sort", active ? (view.up ? "ascending" : "descending") : "none");
    head.querySelector(".way").textContent = active ? (view.up ? "↑" : "↓") : "↕";
  }
}

function sortBy(name, firstUp) {
  view.up = view.sort === name ? !view.up : firstUp;
  view.sort = name;
  filter();
}

function drawCount() {
  const sums = new Map();
  for (const each of shown)
    if (each.amount !== null) sums.set(each.currency, (sums.get(each.currency) || 0) + each.amount);
  const order = data.stakes.map(stake => stake[2]).filter(currency => sums.has(currency));
  const amount = order.map(currency => money(sums.get(currency), currency)).join(" + ");
  const filtered = view.words !== "" || view.trouble !== "" || view.state !== "";
  byId("count").textContent = shown.length ? say.found(counted(shown.length, say.caseCount), amount) : say.foundNone;
  byId("clear").hidden = !filtered;
}

function clearFilters() {
  Object.assign(view, { words: "", trouble: "", state: "" });
  byId("search").value = "";
  drawChoices();
  filter();
  byId("search").focus();
}

function drawRows() {
  const from = view.page * PAGE_SIZE,
    page = shown.slice(from, from + PAGE_SIZE);
  byId("rows").replaceChildren(
    ...page.flatMap(each => (view.opened.has(each.order) ? [row(each), details(each)] : [row(each)])),
  );
  byId("pages").hidden = shown.length <= PAGE_SIZE;
  byId("where").textContent = say.where(whole(from + 1), whole(from + page.length), whole(shown.length));
  byId("previous").setAttribute("aria-disabled", String(view.page === 0));
  byId("next").setAttribute("aria-disabled", String(from + PAGE_SIZE >= shown.length));
}

const cell = (name, label, ...children) =>
  element("td", { role: "cell", class: name, "data-head": label }, ...children);

function row(each) {
  const open = view.opened.has(each.order);
  return element(
    "tr",
    { role: "row", class: "case" + (open ? " opened" : ""), "data-case": each.order, click: toggleFromRow },
    cell(
      "subject",
      say.subject,
      element("button", { type: "button", class: "plain", "aria-expanded": String(open) }, each.subject),
    ),
    cell("trouble", say.trouble, title(each.signal)),
    cell("since", say.since, date(each.since)),
    cell("stake", say.stake, each.amount === null ? "–" : money(each.amount, each.currency)),
    cell(
      "state",
      say.state,
      element(
        "span",
        { class: "state " + (each.closed === null ? "is-open" : "is-closed") },
        each.closed === null ? say.open : say.closed,
      ),
    ),
  );
}

function toggleFromRow(event) {
  if (String(getSelection())) return;
  toggle(event.currentTarget);
}

function toggle(node) {
  const each = cases[Number(node.dataset.case)],
    open = !view.opened.has(each.order);
  if (open) {
    view.opened.add(each.order);
    node.after(details(each));
  } else {
    view.opened.delete(each.order);
    node.nextElementSibling.remove();
  }
  node.classList.toggle("opened", open);
  node.querySelector("button").setAttribute("aria-expanded", String(open));
}

function details(each) {
  return element(
    "tr",
    { role: "row", class: "details" },
    element(
      "td",
      { role: "cell", colspan: "5" },
      element("p", { class: "sentence" }, each.because[view.language]),
      each.closed === null
        ? null
        : element(
            "p",
            { class: "quiet" },
            each.closedBy === "gone" || !each.closedBy
              ? say.gone(date(each.closed))
              : say.closedOn(date(each.closed), each.closedBy),
          ),
      figures(each),
      evidence(each),
      element("p", { class: "link" }, element("a", { href: "#" + address(each.anchor) }, say.link)),
    ),
  );
}

const address = anchor => encodeURIComponent(anchor).replace(/%2F/g, "/").replace(/%3A/g, ":");

function figures(each) {
  if (!each.figures.length) return null;
  const list = element("dl", { class: "figures" });
  for (let i = 0; i < each.figures.length; i += 3) {
    const [name, fr, en] = data.indicators[each.figures[i]];
    list.append(
      element(
        "div",
        { title: name },
        element("dt", null, view.language === "fr" ? fr : en),
        element("dd", null, each.figures[i + (view.language === "fr" ? 1 : 2)]),
      ),
    );
  }
  return element("section", null, element("h3", null, say.figures), list);
}

function evidence(each) {
  const body = element("tbody", null, ...each.proofs.slice(0, FIRST_PROOFS).map(proof => proofRow(proof, each)));
  const hidden = each.proofs.slice(FIRST_PROOFS),
    beyond = each.count - each.proofs.length;
  const more = element(
    "button",
    {
      type: "button",
      class: "plain",
      click: () => {
        const rows = hidden.map(proof => proofRow(proof, each));
        body.append(...rows);
        more.remove();
        rows[0].tabIndex = -1;
        rows[0].focus();
      },
    },
    say.showMore(whole(hidden.length)),
  );
  return element(
    "section",
    null,
    element("h3", null, `${say.proof} (${whole(each.count)})`),
    each.proofs.length
      ? element(
          "table",
          { class: "proofs" },
          element(
            "thead",
            { class: "unseen" },
            element(
              "tr",
              null,
              ...[say.when, say.what, say.facts].map(name => element("th", { scope: "col" }, name)),
            ),
          ),
          body,
        )
      : null,
    hidden.length ? more : null,
    beyond > 0 ? element("p", { class: "quiet" }, say.more(beyond)) : null,
  );
}

function proofRow(number, each) {
  if (typeof number === "string") return element("tr", null, element("td", { colspan: "3", class: "code" }, number));
  const [id, type, subject, time, known, ...facts] = data.proofs[number];
  const said = [];
  for (let i = 0; i < facts.length; i += 2) {
    said.push(
      element(
        "span",
        { class: "fact" },
        element("span", { class: "field" }, oneOf(FIELD_WORDS, data.fields[facts[i]]) + " "),
        factSaid(facts[i + 1]),
      ),
      " ",
    );
  }
  const about = data.subjects[subject];
  return element(
    "tr",
    null,
    element(
      "td",
      { class: "date" },
      moment(time),
      known && date(known) !== date(time) ? element("small", null, say.known(date(known))) : null,
    ),
    element(
      "td",
      null,
      oneOf(EVENT_WORDS, data.types[type]),
      about === each.subject ? null : element("small", null, about),
    ),
    element("td", null, ...said, element("small", { class: "code" }, id)),
  );
}
