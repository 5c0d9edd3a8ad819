// The page as a whole: drawn in the reader's language, for one trouble or all together.

const daysSaid = days => counted(Math.round(days), say.days);
const bareShare = share => decimal(share * 100, 0);
const sums = list => list.map(sum => money(Number(sum.amount), sum.currency)).join(" + ");
/** The interval, with the unit once: 25–100 %. */
const shareRange = estimate => span(estimate, bareShare) + percentSign();

function draw() {
  sayAll();
  drawChoices();
  drawScope();
  drawForecasts();
  drawHow();
}

function drawChoices() {
  const option = (value, name, chosen) => element("option", { value, selected: value === chosen }, name);
  byId("scope").replaceChildren(
    option("", say.together, view.scope),
    ...signals.map(signal => option(signal.signal, signal.title[view.language], view.scope)),
  );
  byId("scope-form").hidden = signals.length < 2;
  byId("fate").replaceChildren(option("", say.all, view.fate), ...FATES.map(fate => option(fate, say[fate], view.fate)));
}

function drawScope() {
  const figures = figuresOf(data.result);
  drawOpening(figures);
  drawFates(figures.live);
  drawCharts();
  drawFutureTable(figures);
  drawVariationTable();
  drawComparison();
  drawSignals();
  drawCases();
}

/** What depends on the width of the window. */
function drawCharts() {
  const cases = scoped(),
    live = figuresOf(data.result).live;
  const months = countMonths(cases);
  drawMonths(months, cases.length);
  table("months-table", [say.month, ...FATES.map(fate => say[fate])], months.map(row => [
    formats.month.format(Date.UTC(Math.floor(row.start / 12), row.start % 12)),
    ...row.counts.map(whole),
  ]));
  const leads = countLeads(cases);
  drawLeads(leads, live);
  table(
    "leads-table",
    [say.daysHead, say.casesHead],
    leads ? leads.rows.map(row => [leadRange(row, leads.step), whole(row.early + row.late)]) : [],
  );
  drawFuture(futureRows());
  if (data.varied) drawVariation(variedPoints(), data.varied.present);
}

function drawOpening(figures) {
  const live = figures.live,
    estimates = live.estimates,
    headline = byId("headline");
  if (!data.period) {
    headline.textContent = say.nothingJudged;
    byId("lead").textContent = say.nothingJudgedLead;
    return;
  }
  byId("period").textContent =
    say.period(date(Date.parse(data.period.from)), date(Date.parse(data.period.until) - 1)) +
    (view.scope ? " · " + titleOf(view.scope) : "");
  const median = estimates["lead-50"];
  headline.replaceChildren(
    ...(median
      ? [element("span", { class: "amount" }, daysSaid(median.value)), " ", element("span", { class: "said" }, say.daysBefore)]
      : live.complaints
        ? [say.noneForeseen]
        : [element("span", { class: "amount" }, whole(live.cases)), " " + say.headlineCases]),
  );
  const recall = estimates.recall;
  byId("lead").textContent = recall
    ? say.lead(whole(live.foreseen), whole(live.complaints), `${percent(recall.value)}, ${shareRange(recall)}`)
    : say.noComplaint;
  const confirmedByWord = scoped().filter(one => one.judged && one.leadDays !== null).length;
  byId("note").textContent = say.note + (median && confirmedByWord < 10 ? " " + say.few : "");
  const fact = (name, value, ...more) =>
    element(
      "div",
      null,
      element("dt", null, name),
      element("dd", null, value, ...more.filter(Boolean).map(said => element("small", null, said))),
    );
  const precision = estimates.precision,
    calls = estimates.calls,
    prevented = live.harmPrevented.filter(sum => sum.currency !== "points");
  byId("facts").replaceChildren(
    fact(say.factCases, whole(live.cases), span(estimates.cases, value => decimal(value, 0))),
    fact(
      say.factPrecision,
      precision ? percent(precision.value) : "–",
      precision ? shareRange(precision) : "",
      precision ? say.ofJudged(whole(live.judged)) : "",
    ),
    fact(
      say.factCalls,
      decimal(calls.value, 2),
      span(calls, value => decimal(value, 2)),
      precision && live.calls ? say.idle(decimal(estimates["idle-calls"].value, 2)) : "",
    ),
    fact(
      say.factHarm,
      prevented.length ? money(Number(prevented[0].amount), prevented[0].currency) : "–",
      prevented.length
        ? span(prevented[0], value => money(Math.round(value), prevented[0].currency).replace(/[.,]00(?=\D|$)/, ""))
        : "",
      live.harmFound.length ? say.ofHarm(sums(live.harmFound.filter(sum => sum.currency !== "points"))) : "",
    ),
  );
  byId("lead-said").textContent = median
    ? say.leadSaid(daysSaid(estimates["lead-10"].value), daysSaid(median.value), daysSaid(estimates["lead-90"].value))
    : say.leadNone;
}

function drawFates(live) {
  const counts = [live.confirmed, live.tooLate, live.falseAlarms, live.unconfirmed, live.tooYoung];
  byId("fate-bar").setAttribute("aria-hidden", "true");
  byId("fate-bar").replaceChildren(
    ...FATES.map((fate, i) => ({ fate, count: counts[i] }))
      .filter(each => each.count)
      .map(each => {
        const part = element("span", { class: "fate-" + each.fate, title: `${say[each.fate]} : ${whole(each.count)}` });
        part.style.flexGrow = String(each.count);
        return part;
      }),
  );
  byId("fate-list").replaceChildren(
    ...FATES.map((fate, i) =>
      element(
        "div",
        null,
        element("dt", null, element("span", { class: "swatch fate-" + fate, "aria-hidden": "true" }), say[fate]),
        element("dd", null, element("span", { class: "number-said" }, whole(counts[i])), say.fateSaid[fate]),
      ),
    ),
  );
}

const shareCell = estimate => withRange(estimate, percent, shareRange);
const daysCell = estimate =>
  withRange(estimate, value => formats.decimal.format(Math.round(value * 10) / 10), each => span(each, value => decimal(value, 0)));
const rateCell = estimate => withRange(estimate, value => decimal(value, 2), each => span(each, value => decimal(value, 2)));

const outcomeRows = outcome => [
  ...outcome.signals.map(signal => ({ ...signal, title: signal.title[view.language], name: signal.signal, about: signal })),
  ...(outcome.signals.length > 1 ? [{ ...outcome.together, title: say.togetherShort, total: true }] : []),
];

const futureRows = () =>
  outcomeRows(data.result)
    .filter(row => view.scope === "" || row.name === view.scope)
    .map(row => ({ ...row, future: row.futureVisible }));

function drawFutureTable(figures) {
  const live = figures.live,
    future = figures.futureVisible,
    leak = figures.leak;
  const signed = (value, digits) =>
    (value > 0 ? "+" : value < 0 ? "−" : "") + decimal(Math.abs(value), digits);
  const row = (name, key, cell, scale, digits) => [
    name,
    cell(live.estimates[key]),
    cell(future.estimates[key]),
    leak[key]
      ? [
          signed(leak[key].value * scale, digits),
          element("small", null, `${signed(leak[key].low * scale, digits)} … ${signed(leak[key].high * scale, digits)}`),
        ]
      : "–",
  ];
  const countCell = estimate => withRange(estimate, whole, each => span(each, value => decimal(value, 0)));
  table(
    "future-table",
    ["", say.live, say.seen, say.difference],
    [
      row(say.factCases, "cases", countCell, 1, 0),
      row(say.precision, "precision", shareCell, 100, 0),
      row(say.foreseen, "recall", shareCell, 100, 0),
      row(say.lead10, "lead-10", daysCell, 1, 0),
      row(say.medianLead, "lead-50", daysCell, 1, 0),
      row(say.lead90, "lead-90", daysCell, 1, 0),
      row(say.calls, "calls", rateCell, 1, 2),
    ],
  );
}

const variedPoints = () =>
  data.varied.values.map(outcome => ({ value: outcome.name, figures: figuresOf(outcome).live }));

function drawVariationTable() {
  byId("vary").hidden = !data.varied;
  if (!data.varied) return;
  byId("vary-title").textContent = say.varied(data.varied.path);
  const points = variedPoints();
  table(
    "vary-table",
    [say.value, say.factCases, say.foreseen, say.medianLead, say.precision, say.calls, say.idleAxis],
    points.map(point => [
      point.value === data.varied.present ? [point.value, element("small", null, "★ " + say.present)] : point.value,
      whole(point.figures.cases),
      shareCell(point.figures.estimates.recall),
      daysCell(point.figures.estimates["lead-50"]),
      shareCell(point.figures.estimates.precision),
      rateCell(point.figures.estimates.calls),
      rateCell(point.figures.estimates["idle-calls"]),
    ]),
    points.map(point => (point.value === data.varied.present ? "present" : "")),
  );
}

function drawComparison() {
  const comparison = data.comparison;
  byId("compare").hidden = !comparison;
  if (!comparison) return;
  byId("compare-said").textContent = say.compareSaid(
    counted(comparison.gained.length, say.caseCount),
    whole(comparison.lost.length),
    whole(comparison.kept),
    whole(comparison.earlier),
    whole(comparison.later),
  );
  const before = comparison.old.together.live,
    after = data.result.together.live;
  const row = (name, key, cell, scale, digits) => {
    const more = comparison.difference[key];
    const signed = value => (value > 0 ? "+" : value < 0 ? "−" : "") + decimal(Math.abs(value * scale), digits);
    return [
      name,
      cell(before.estimates[key]),
      cell(after.estimates[key]),
      more ? [signed(more.value), element("small", null, `${signed(more.low)} … ${signed(more.high)}`)] : "–",
    ];
  };
  table(
    "compare-table",
    ["", [say.old, element("small", { class: "code" }, comparison.old.name)], [say.current, element("small", { class: "code" }, data.result.name)], say.difference],
    [
      row(say.foreseen, "recall", shareCell, 100, 0),
      row(say.precision, "precision", shareCell, 100, 0),
      row(say.medianLead, "lead-50", daysCell, 1, 0),
      row(say.calls, "calls", rateCell, 1, 2),
    ],
  );
  const list = (name, cases) =>
    element(
      "div",
      null,
      element("h3", null, `${name} (${whole(cases.length)})`),
      cases.length
        ? element(
            "ul",
            null,
            ...cases
              .slice(0, MOST_LISTED)
              .map(one => element("li", null, `${one.subject} · ${titleOf(one.signal)} · ${date(Date.parse(one.openedAt))}`)),
          )
        : element("p", { class: "quiet" }, say.none),
      cases.length > MOST_LISTED ? element("p", { class: "quiet" }, say.andMore(whole(cases.length - MOST_LISTED))) : null,
    );
  byId("compare-lists").replaceChildren(list(say.gained, comparison.gained), list(say.lost, comparison.lost));
}

function drawSignals() {
  const rows = outcomeRows(data.result);
  table(
    "signals-table",
    [say.signal, say.casesHead, say.confirmedHead, say.foreseen, say.lead50, say.calls, say.harmFound, say.harmPrevented],
    rows.map(row => {
      const live = row.live,
        estimates = live.estimates;
      const said = row.about
        ? [row.about.callWithin ? say.within("", deadlineSaid(row.about.callWithin)) : "", row.about.hasTruth ? "" : say.noTruth].filter(Boolean)
        : [];
      return [
        [row.title, ...said.map(each => element("small", null, each))],
        withRange(estimates.cases, whole, each => span(each, value => decimal(value, 0))),
        more(shareCell(estimates.precision), say.outOf(whole(live.confirmed), whole(live.judged))),
        more(shareCell(estimates.recall), say.outOf(whole(live.foreseen), whole(live.complaints))),
        more(daysCell(estimates["lead-50"]), tenths(estimates)),
        rateCell(estimates.calls),
        sums(live.harmFound) || "–",
        sums(live.harmPrevented) || "–",
      ];
    }),
    rows.map(row => (row.total ? "total" : "")),
  );
}

const more = (cell, said) => (Array.isArray(cell) ? [...cell, element("small", null, said)] : cell);
const tenths = estimates =>
  estimates["lead-10"]
    ? say.tenths(decimal(estimates["lead-10"].value, 0), decimal(estimates["lead-90"].value, 0))
    : "";

/** 5d, as a person says it. */
function deadlineSaid(text) {
  const count = Number(text.slice(0, -1)),
    unit = text.slice(-1);
  if (unit === "d") return counted(count, say.days);
  return whole(count) + "\u00a0" + (unit === "h" ? "h" : "min");
}

let shown = [];

function drawCases(forPaper) {
  const words = view.words.toLowerCase();
  shown = scoped().filter(
    one => (view.fate === "" || one.fateShown === view.fate) && one.subject.toLowerCase().includes(words),
  );
  byId("cases-section").hidden = !allCases.length;
  byId("count").textContent = counted(shown.length, say.caseCount);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  view.page = Math.min(view.page, pages - 1);
  const first = forPaper ? 0 : view.page * PAGE_SIZE;
  const rows = shown.slice(first, forPaper ? shown.length : first + PAGE_SIZE);
  table(
    "case-table",
    [say.subject, say.signal, say.opened, say.fate, say.by, say.leadHead, say.harmFound, say.harmPrevented],
    rows.map(one => [
      one.subject,
      titleOf(one.signal),
      date(one.opened),
      element(
        "span",
        { class: "fate-word" },
        element("span", { class: "swatch fate-" + one.fateShown, "aria-hidden": "true" }),
        say[one.fateShown],
      ),
      one.by ? [say.truthNames[one.by.truth] || one.by.truth, element("small", null, say.on(date(one.by.time)))] : "–",
      one.leadDays === null ? "–" : daysSaid(one.leadDays),
      one.harm ? money(Number(one.harm.amount), one.harm.currency) : "–",
      one.prevented ? money(Number(one.prevented.amount), one.prevented.currency) : "–",
    ]),
  );
  byId("pages").hidden = pages < 2;
  byId("where").textContent = say.where(whole(first + 1), whole(first + rows.length), whole(shown.length));
  byId("previous").setAttribute("aria-disabled", String(view.page === 0));
  byId("next").setAttribute("aria-disabled", String(view.page === pages - 1));
}

function drawHow() {
  const horizons = [...new Set(signals.map(signal => signal.horizonDays))].sort((a, b) => a - b);
  const said = horizons.length > 2 ? `${horizons[0]}${say.to}${horizons[horizons.length - 1]}` : horizons.join(say.and);
  byId("how").replaceChildren(
    ...say
      .howItems(said, whole(data.intervals.resamples))
      .flatMap(([name, text]) => [element("dt", null, name), element("dd", null, text)]),
  );
}

function turn(by) {
  const pages = Math.ceil(shown.length / PAGE_SIZE);
  view.page = Math.max(0, Math.min(pages - 1, view.page + by));
  drawCases();
}

function listen() {
  byId("scope-form").addEventListener("submit", event => event.preventDefault());
  byId("filters").addEventListener("submit", event => event.preventDefault());
  byId("scope").addEventListener("change", event => {
    view.scope = event.target.value;
    view.page = 0;
    drawScope();
  });
  byId("fate").addEventListener("change", event => {
    view.fate = event.target.value;
    view.page = 0;
    drawCases();
  });
  byId("search").addEventListener("input", event => {
    view.words = event.target.value.trim();
    view.page = 0;
    drawCases();
  });
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  listenToLanguages(draw);
  addEventListener("beforeprint", () => drawCases(true));
  addEventListener("afterprint", () => drawCases());
  followWidth(drawCharts);
}

speak(view.language);
draw();
listen();
