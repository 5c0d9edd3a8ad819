// The page: reads the data, draws what the reader asks for. Data becomes text only, never markup.
const PAGE_SIZE = 50;
const MOST_COLOURS = 7;
const data = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);
const view = { language: data.language, words: "", trouble: "", state: "", sort: "stake", up: false, page: 0, opened: new Set() };
let say, formats;

const cases = data.cases.map(readCase);
const troubles = data.signals.filter(signal => signal.cases > 0);
const anchors = nameCases();
const buckets = countByTime();
let shown = cases;

// ---- data

function readCase([signal, subject, since, closed, closedBy, amount, currency, fr, en, count, figures, proofs], order) {
  return {
    order, signal, subject: data.subjects[subject], since, closed, closedBy,
    amount: amount === null ? null : Number(amount), currency: data.currencies[currency],
    because: { fr, en }, count, figures, proofs, anchor: "", folded: null,
  };
}

/** An anchor for each case: subject:signal, and ~2, ~3… for those that opened again later. */
function nameCases() {
  const times = new Map(), named = new Map();
  for (const each of [...cases].sort((a, b) => a.since - b.since)) {
    const name = each.subject + ":" + data.signals[each.signal].name;
    const time = (times.get(name) || 0) + 1;
    times.set(name, time);
    each.anchor = time === 1 ? name : name + "~" + time;
    named.set(each.anchor, each);
  }
  return named;
}

function countByTime() {
  if (!cases.length) return null;
  const month = new Intl.DateTimeFormat("en-CA", { timeZone: data.zone, year: "numeric", month: "2-digit" });
  const monthOf = time => {
    const parts = month.formatToParts(time);
    const part = type => Number(parts.find(each => each.type === type).value);
    return part("year") * 12 + part("month") - 1;
  };
  const known = new Map();
  for (const each of cases) {
    const day = Math.floor(each.since / 3600000);
    if (!known.has(day)) known.set(day, monthOf(each.since));
    each.month = known.get(day);
  }
  let first = Infinity, last = -Infinity;
  for (const each of cases) { first = Math.min(first, each.month); last = Math.max(last, each.month); }
  if (data.from !== null) first = Math.min(first, monthOf(data.from));
  if (data.until !== null) last = Math.max(last, monthOf(data.until));
  const grain = last - first < 48 ? 1 : last - first < 144 ? 3 : 12;
  first = Math.floor(first / grain);
  last = Math.floor(last / grain);
  const series = Math.min(troubles.length, MOST_COLOURS) + (troubles.length > MOST_COLOURS ? 1 : 0);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => ({ start: (first + i) * grain, counts: Array(series).fill(0), total: 0 }));
  for (const each of cases) {
    const row = rows[Math.floor(each.month / grain) - first];
    row.counts[Math.min(each.signal, MOST_COLOURS)]++;
    row.total++;
  }
  return { grain, rows, series };
}

// ---- words and figures

function speak(language) {
  view.language = language;
  say = WORDS[language];
  formats = {
    whole: new Intl.NumberFormat(say.locale),
    decimal: new Intl.NumberFormat(say.locale, { maximumFractionDigits: 2 }),
    date: new Intl.DateTimeFormat(say.locale, { timeZone: data.zone, day: "numeric", month: "long", year: "numeric" }),
    month: new Intl.DateTimeFormat(say.locale, { timeZone: "UTC", month: "long", year: "numeric" }),
    shortMonth: new Intl.DateTimeFormat(say.locale, { timeZone: "UTC", month: "short" }),
    currency: new Map(),
    collator: new Intl.Collator(say.locale, { numeric: true }),
  };
}

const whole = number => formats.whole.format(number);
const counted = (number, noun) => whole(number) + "\u00a0" + noun(number);
const title = signal => data.signals[signal][view.language];
const oneOf = (words, name) => words[name] ? words[name][view.language === "fr" ? 0 : 1] : name;

function date(time) {
  const text = formats.date.format(time);
  return view.language === "fr" ? text.replace(/^1 /, "1er ") : text;
}

function money(amount, currency) {
  if (currency === "points") return formats.decimal.format(amount) + "\u00a0" + say.points(amount);
  let format = formats.currency.get(currency);
  if (!format) {
    try {
      format = new Intl.NumberFormat(say.locale, { style: "currency", currency, minimumFractionDigits: 2, maximumFractionDigits: 2 });
    } catch {
      const plain = new Intl.NumberFormat(say.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
      format = { format: number => plain.format(number) + "\u00a0" + currency };
    }
    formats.currency.set(currency, format);
  }
  return format.format(amount);
}

const stakesSaid = (stakes, which) => stakes.map(stake => money(Number(stake[which]), stake[2])).join(" + ");

// ---- elements

function element(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function drawn(name, attributes, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes || {})) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value !== null && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter(child => child !== null && child !== ""));
  return node;
}

// ---- the whole page, in the reader's language

function draw() {
  document.documentElement.lang = view.language;
  document.title = `${say.title} – Prévenance`;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = say[node.dataset.t];
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", say[node.dataset.label]);
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === view.language));
  }
  drawOpening();
  drawTroubles();
  drawChart();
  drawChartTable();
  drawChoices();
  drawCases();
  drawAside();
}

function drawOpening() {
  const openCount = cases.filter(each => each.closed === null).length;
  const [first, ...rest] = data.stakes;
  const events = data.events;
  byId("period").textContent = data.from === null || data.until === null ? "" : say.period(date(data.from), date(data.until));
  const headline = byId("headline"), lead = byId("lead");
  if (!cases.length) {
    headline.textContent = events.admitted ? say.nothing : say.nothingJudged;
    lead.textContent = events.admitted
      ? say.nothingLead(counted(data.signals.length, say.troubleCount), counted(events.admitted, say.eventCount)) : say.nothingJudgedLead;
  } else {
    headline.replaceChildren(...(first
      ? [element("span", { class: "amount" }, money(Number(first[0]), first[2])), " ", element("span", { class: "said" }, say.atStake)]
      : [element("span", { class: "amount" }, whole(cases.length)), " " + say.caseCount(cases.length)]));
    const others = rest.filter(stake => stake[2] !== "points"), points = rest.find(stake => stake[2] === "points");
    lead.textContent = [
      say.lead(counted(cases.length, say.caseCount), counted(openCount, say.openCount)),
      first && openCount ? say.leadOpen(money(Number(first[1]), first[2])) : "",
      others.length ? say.leadMore(stakesSaid(others, 0)) : "",
      points ? say.leadPoints(money(Number(points[0]), "points")) : "",
    ].filter(Boolean).join(" ");
  }
  byId("shared").hidden = !data.sharesProof;
  const fact = (name, value, ...more) => element("div", null, element("dt", null, name),
    element("dd", null, whole(value), ...more.filter(Boolean).map(said => element("small", null, said))));
  byId("facts").replaceChildren(
    fact(say.openCases, openCount), fact(say.closedCases, cases.length - openCount),
    fact(say.eventsRead, events.read, events.duplicates ? say.duplicates(whole(events.duplicates)) : "",
      events.droppedFields ? counted(events.droppedFields, say.droppedCount) : ""),
    fact(say.setAside, events.quarantined));
}

function drawTroubles() {
  byId("trouble-rows").replaceChildren(...troubles.map((signal, i) => element("tr", { "data-trouble": i },
    element("th", { scope: "row" }, element("span", { class: "swatch s" + Math.min(i, MOST_COLOURS), "aria-hidden": "true" }),
      element("button", { type: "button", class: "plain", click: () => chooseTrouble(i) }, title(i))),
    element("td", { class: "number", "data-head": say.casesHead }, whole(signal.cases)),
    element("td", { class: "number", "data-head": say.openHead }, whole(signal.open)),
    element("td", { class: "number", "data-head": say.stake }, signal.stakes.length ? stakesSaid(signal.stakes, 0) : "–"),
    element("td", { class: "date", "data-head": say.oldest }, signal.oldest === null ? "–" : date(signal.oldest)))));
  const missing = data.signals.filter(signal => signal.cases === 0).map(signal => signal[view.language]);
  byId("troubles-box").hidden = !troubles.length;
  byId("none-found").hidden = !missing.length;
  byId("none-found").textContent = say.notFound(missing.join(view.language === "fr" ? " ; " : "; "));
  byId("troubles").hidden = !troubles.length && !missing.length;
  byId("cases").hidden = byId("skip").hidden = !cases.length;
}

function chooseTrouble(i) {
  view.trouble = view.trouble === String(i) ? "" : String(i);
  byId("trouble").value = view.trouble;
  filter();
  byId("cases").scrollIntoView();
}

function drawAside() {
  const events = data.events;
  byId("aside").hidden = !events.quarantined;
  byId("aside-said").textContent = say.asideSaid(whole(events.quarantined), counted(events.read, say.eventCount))
    + (events.quarantined * 100 > events.read ? say.asideMany : "");
  byId("reasons").replaceChildren(...data.reasons.map(([times, reason, example]) => element("tr", null,
    element("td", { class: "number" }, whole(times)), element("td", { lang: "en" }, reason), element("td", { class: "code" }, example))));
}

// ---- the chart

function bucketName(row) {
  const year = Math.floor(row.start / 12), month = row.start % 12;
  if (buckets.grain === 12) return String(year);
  if (buckets.grain === 3) return say.quarter + (month / 3 + 1) + " " + year;
  return formats.month.format(Date.UTC(year, month));
}

function drawChart() {
  byId("chart-figure").hidden = !buckets;
  if (!buckets) return;
  const rows = buckets.rows, box = byId("chart");
  byId("chart-title").textContent = say.chartTitle[buckets.grain];
  const width = Math.max(280, box.clientWidth || 720), height = 250, left = 34, bottom = 42, top = 10;
  const most = Math.max(...rows.map(row => row.total)), step = niceStep(most / 4);
  const ceiling = Math.ceil(most / step) * step, high = height - bottom - top;
  const y = value => top + high - value / ceiling * high, slot = (width - left) / rows.length;
  const bar = Math.min(slot * (slot > 8 ? 0.76 : 0.9), 40);
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": chartSaid(rows, most) });
  for (let value = 0; value <= ceiling; value += step) {
    svg.append(drawn("line", { class: "rule", x1: left, x2: width, y1: y(value), y2: y(value) }),
      drawn("text", { x: left - 8, y: y(value) + 4, "text-anchor": "end" }, whole(value)));
  }
  rows.forEach((row, i) => {
    const group = drawn("g", null, drawn("title", null, bucketName(row) + "\n" + counted(row.total, say.caseCount)));
    const x = left + i * slot + (slot - bar) / 2;
    group.append(drawn("rect", { class: "whole-slot", x: left + i * slot, y: top, width: slot, height: high }));
    let below = 0;
    row.counts.forEach((count, series) => {
      if (!count) return;
      const tall = y(below) - y(below + count);
      group.append(drawn("rect", { class: "bar s" + series, "data-series": series, x, width: bar,
        y: y(below + count), height: Math.max(0.5, tall - (tall > 3 ? 1 : 0)) }));
      below += count;
    });
    svg.append(group);
  });
  drawTimes(svg, rows, left, slot, height - bottom);
  box.replaceChildren(svg);
  lightUp();
}

function drawTimes(svg, rows, left, slot, base) {
  const every = [1, 2, 3, 4, 6, 12].find(n => n * slot >= 40) || 12;
  let lastYear = -Infinity;
  rows.forEach((row, i) => {
    const month = row.start % 12, year = Math.floor(row.start / 12), x = left + i * slot;
    if (buckets.grain < 12 && (month / buckets.grain) % every === 0 && every < 12) {
      const name = buckets.grain === 3 ? say.quarter + (month / 3 + 1) : formats.shortMonth.format(Date.UTC(year, month));
      svg.append(drawn("text", { x: x + slot / 2, y: base + 17, "text-anchor": "middle" }, name));
    }
    if ((month === 0 || i === 0) && x - lastYear > 40) {
      lastYear = x;
      svg.append(drawn("line", { class: "tick", x1: x, x2: x, y1: base, y2: base + 38 }),
        drawn("text", { class: "year", x: x + 5, y: base + 36 }, String(year)));
    }
  });
}

const chartSaid = (rows, most) => say.chartSaid(counted(cases.length, say.caseCount), bucketName(rows[0]), bucketName(rows[rows.length - 1]),
  whole(most), bucketName(rows.find(row => row.total === most)));

function niceStep(rough) {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  return [1, 2, 5, 10].map(n => n * ten).find(n => n >= rough);
}

/** The chosen trouble keeps its colour, the others fade. */
function lightUp() {
  const chosen = view.trouble === "" ? "" : String(Math.min(Number(view.trouble), MOST_COLOURS));
  for (const bar of document.querySelectorAll(".bar")) bar.classList.toggle("faded", chosen !== "" && bar.dataset.series !== chosen);
  for (const row of document.querySelectorAll("[data-trouble]")) row.classList.toggle("chosen", row.dataset.trouble === view.trouble);
}

function drawChartTable() {
  if (!buckets) return;
  const names = troubles.slice(0, MOST_COLOURS).map((_, i) => title(i));
  if (troubles.length > MOST_COLOURS) names.push(say.others);
  byId("chart-table").replaceChildren(
    element("thead", null, element("tr", null, ...[say.time, ...names, say.total].map(name => element("th", { scope: "col" }, name)))),
    element("tbody", null, ...buckets.rows.map(row => element("tr", null, element("th", { scope: "row" }, bucketName(row)),
      ...[...row.counts, row.total].map(count => element("td", { class: "number" }, whole(count)))))));
}

// ---- the list of cases

const rank = each => each.amount === null ? 2 : each.currency === "points" ? 1 : 0;
const ORDERS = {
  subject: (a, b) => formats.collator.compare(a.subject, b.subject),
  trouble: (a, b) => formats.collator.compare(title(a.signal), title(b.signal)),
  since: (a, b) => a.since - b.since,
  stake: (a, b) => rank(b) - rank(a) || (a.currency < b.currency ? 1 : a.currency > b.currency ? -1 : 0) || a.amount - b.amount,
  state: (a, b) => (a.closed === null ? 0 : 1) - (b.closed === null ? 0 : 1),
};
const HEADS = [["subject", true], ["trouble", true], ["since", true], ["stake", false], ["state", true]];

function drawChoices() {
  const options = (select, chosen, pairs) => select.replaceChildren(
    ...pairs.map(([value, text]) => element("option", { value, selected: value === chosen }, text)));
  options(byId("trouble"), view.trouble,
    [["", say.all], ...troubles.map((signal, i) => [String(i), `${title(i)} (${whole(signal.cases)})`])]);
  options(byId("state"), view.state, [["", say.all], ["open", say.open], ["closed", say.closed]]);
}

const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function matches(each, words) {
  if (view.trouble !== "" && each.signal !== Number(view.trouble)) return false;
  if (view.state !== "" && (each.closed === null) !== (view.state === "open")) return false;
  if (!words.length) return true;
  const signal = data.signals[each.signal];
  each.folded ??= fold([each.subject, signal.name, signal.fr, signal.en, each.because.fr, each.because.en].join("\n"));
  return words.every(word => each.folded.includes(word));
}

function choose() {
  const words = fold(view.words).split(/\s+/).filter(Boolean);
  const order = ORDERS[view.sort], way = view.up ? 1 : -1;
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
  drawHeads();
  drawCount();
  drawRows();
}

function drawHeads() {
  const current = document.activeElement?.dataset?.sort;
  byId("heads").replaceChildren(...HEADS.map(([name, firstUp]) => {
    const active = view.sort === name;
    return element("th", { scope: "col", role: "columnheader", class: name, "aria-sort": active ? (view.up ? "ascending" : "descending") : "none" },
      element("button", { type: "button", "data-sort": name, click: () => sortBy(name, firstUp) }, say[name],
        element("span", { class: "way", "aria-hidden": "true" }, active ? (view.up ? "↑" : "↓") : "↕")));
  }));
  if (current) document.querySelector(`[data-sort="${current}"]`).focus();
}

function sortBy(name, firstUp) {
  view.up = view.sort === name ? !view.up : firstUp;
  view.sort = name;
  filter();
}

function drawCount() {
  const sums = new Map();
  for (const each of shown) if (each.amount !== null) sums.set(each.currency, (sums.get(each.currency) || 0) + each.amount);
  const order = data.stakes.map(stake => stake[2]).filter(currency => sums.has(currency));
  const amount = order.map(currency => money(sums.get(currency), currency)).join(" + ");
  const filtered = view.words !== "" || view.trouble !== "" || view.state !== "";
  byId("count").replaceChildren(
    shown.length ? say.found(counted(shown.length, say.caseCount), amount) : say.foundNone,
    filtered ? element("button", { type: "button", class: "plain", id: "clear", click: clearFilters }, say.clear) : "");
}

function clearFilters() {
  Object.assign(view, { words: "", trouble: "", state: "" });
  byId("search").value = "";
  drawChoices();
  filter();
  byId("search").focus();
}

function drawRows() {
  const from = view.page * PAGE_SIZE, page = shown.slice(from, from + PAGE_SIZE);
  byId("rows").replaceChildren(...page.flatMap(each => view.opened.has(each.order) ? [row(each), details(each)] : [row(each)]));
  byId("pages").hidden = shown.length <= PAGE_SIZE;
  byId("where").textContent = say.where(whole(from + 1), whole(from + page.length), whole(shown.length));
  byId("previous").setAttribute("aria-disabled", String(view.page === 0));
  byId("next").setAttribute("aria-disabled", String(from + PAGE_SIZE >= shown.length));
}

const cell = (name, label, ...children) => element("td", { role: "cell", class: name, "data-head": label }, ...children);

function row(each) {
  const open = view.opened.has(each.order);
  return element("tr", { role: "row", class: "case" + (open ? " opened" : ""), "data-case": each.order, click: toggleFromRow },
    cell("subject", say.subject, element("button", { type: "button", class: "plain", "aria-expanded": String(open) }, each.subject)),
    cell("trouble", say.trouble, title(each.signal)),
    cell("since", say.since, date(each.since)),
    cell("stake", say.stake, each.amount === null ? "–" : money(each.amount, each.currency)),
    cell("state", say.state, element("span", { class: "state " + (each.closed === null ? "is-open" : "is-closed") },
      each.closed === null ? say.open : say.closed)));
}

function toggleFromRow(event) {
  if (String(getSelection())) return;
  toggle(event.currentTarget);
}

function toggle(node) {
  const each = cases[Number(node.dataset.case)], open = !view.opened.has(each.order);
  if (open) { view.opened.add(each.order); node.after(details(each)); }
  else { view.opened.delete(each.order); node.nextElementSibling.remove(); }
  node.classList.toggle("opened", open);
  node.querySelector("button").setAttribute("aria-expanded", String(open));
}

function details(each) {
  return element("tr", { role: "row", class: "details" }, element("td", { role: "cell", colspan: "5" },
    element("p", { class: "sentence" }, each.because[view.language]),
    each.closed === null ? null : element("p", { class: "quiet" }, each.closedBy === "gone" || !each.closedBy
      ? say.gone(date(each.closed)) : say.closedOn(date(each.closed), each.closedBy)),
    figures(each), evidence(each),
    element("p", { class: "link" }, element("a", { href: "#" + address(each.anchor) }, say.link))));
}

const address = anchor => encodeURIComponent(anchor).replace(/%2F/g, "/").replace(/%3A/g, ":");

function figures(each) {
  if (!each.figures.length) return null;
  const list = element("dl", { class: "figures" });
  for (let i = 0; i < each.figures.length; i += 3) {
    const [name, fr, en] = data.indicators[each.figures[i]];
    list.append(element("div", { title: name }, element("dt", null, view.language === "fr" ? fr : en),
      element("dd", null, each.figures[i + (view.language === "fr" ? 1 : 2)])));
  }
  return element("section", null, element("h3", null, say.figures), list);
}

function evidence(each) {
  const rest = each.count - each.proofs.length;
  return element("section", null, element("h3", null, say.proof),
    each.proofs.length ? element("table", { class: "proofs" },
      element("thead", { class: "unseen" }, element("tr", null, ...[say.when, say.what, say.facts].map(name => element("th", { scope: "col" }, name)))),
      element("tbody", null, ...each.proofs.map(proof => proofRow(proof, each)))) : null,
    rest > 0 ? element("p", { class: "quiet" }, say.more(rest)) : null);
}

function proofRow(number, each) {
  if (typeof number === "string") return element("tr", null, element("td", { colspan: "3", class: "code" }, number));
  const [id, type, subject, time, known, ...facts] = data.proofs[number];
  const said = [];
  for (let i = 0; i < facts.length; i += 2) {
    said.push(element("span", { class: "fact" }, element("span", { class: "field" }, oneOf(FIELD_WORDS, data.fields[facts[i]]) + " "), facts[i + 1]), " ");
  }
  const about = data.subjects[subject];
  return element("tr", null,
    element("td", { class: "date" }, date(time), known && date(known) !== date(time) ? element("small", null, say.known(date(known))) : null),
    element("td", null, oneOf(EVENT_WORDS, data.types[type]), about === each.subject ? null : element("small", null, about)),
    element("td", null, ...said, element("small", { class: "code" }, id)));
}

// ---- moving about

function turn(by) {
  const page = view.page + by;
  if (page < 0 || page * PAGE_SIZE >= shown.length) return;
  view.page = page;
  drawRows();
  byId("count").scrollIntoView();
}

/** Opens the case that the address names, whatever the filters say. */
function openFromAddress() {
  let name;
  try { name = decodeURIComponent(location.hash.slice(1)); } catch { return; }
  const each = anchors.get(name);
  if (!each) return;
  if (!shown.includes(each)) {
    Object.assign(view, { words: "", trouble: "", state: "" });
    byId("search").value = "";
    drawChoices();
  }
  view.opened.add(each.order);
  choose();
  view.page = Math.floor(shown.indexOf(each) / PAGE_SIZE);
  drawCases();
  lightUp();
  const node = document.querySelector(`[data-case="${each.order}"]`);
  node.scrollIntoView({ block: "start", behavior: "instant" });
  node.querySelector("button").focus({ preventScroll: true });
}

/** On paper: every case that is asked for, each with its sentence, figures and the names of its proofs. */
function drawForPaper() {
  byId("rows").replaceChildren(...shown.flatMap(each => [row(each), paperDetails(each)]));
}

function paperDetails(each) {
  const said = [];
  for (let i = 0; i < each.figures.length; i += 3) {
    const name = data.indicators[each.figures[i]][view.language === "fr" ? 1 : 2];
    said.push(`${name} ${each.figures[i + (view.language === "fr" ? 1 : 2)]}`);
  }
  const ids = each.proofs.map(proof => typeof proof === "string" ? proof : data.proofs[proof][0]);
  const rest = each.count - ids.length;
  return element("tr", { role: "row", class: "details" }, element("td", { role: "cell", colspan: "5" },
    element("p", { class: "sentence" }, each.because[view.language]),
    said.length ? element("p", { class: "quiet" }, said.join(" · ")) : null,
    ids.length ? element("p", { class: "quiet code" }, say.proofIds(ids.join(", ")) + (rest > 0 ? " " + say.more(rest) : "")) : null));
}

function listen() {
  let waiting;
  byId("search").addEventListener("input", event => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { view.words = event.target.value.trim(); filter(); }, 120);
  });
  byId("filters").addEventListener("submit", event => event.preventDefault());
  byId("trouble").addEventListener("change", event => { view.trouble = event.target.value; filter(); });
  byId("state").addEventListener("change", event => { view.state = event.target.value; filter(); });
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => { speak(button.dataset.language); draw(); });
  }
  addEventListener("hashchange", openFromAddress);
  addEventListener("beforeprint", drawForPaper);
  addEventListener("afterprint", drawRows);
  let lastWidth = byId("chart").clientWidth;
  new ResizeObserver(() => {
    if (byId("chart").clientWidth === lastWidth) return;
    lastWidth = byId("chart").clientWidth;
    drawChart();
  }).observe(byId("chart"));
}

speak(view.language);
draw();
listen();
openFromAddress();
