// The page as a whole: drawn in the reader's language, moved about in, printed.

function draw() {
  document.documentElement.lang = view.language;
  document.title = `${say.title} – Prévenance`;
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = say[node.dataset.t];
  for (const node of document.querySelectorAll("[data-label]"))
    node.setAttribute("aria-label", say[node.dataset.label]);
  for (const node of document.querySelectorAll("[data-language]")) {
    node.setAttribute("aria-pressed", String(node.dataset.language === view.language));
  }
  drawOpening();
  drawForecasts();
  drawTroubles();
  drawChart();
  drawChartTable();
  drawChoices();
  drawHeads();
  drawCases();
  drawAside();
}

function drawOpening() {
  const openCount = cases.filter(each => each.closed === null).length;
  const [first, ...rest] = data.stakes;
  const events = data.events;
  byId("period").textContent =
    data.from === null || data.until === null ? "" : say.period(date(data.from), date(data.until));
  const headline = byId("headline"),
    lead = byId("lead");
  if (!cases.length) {
    headline.textContent = events.admitted ? say.nothing : say.nothingJudged;
    lead.textContent = events.admitted
      ? say.nothingLead(counted(data.signals.length, say.troubleCount), counted(events.admitted, say.eventCount))
      : say.nothingJudgedLead;
  } else {
    headline.replaceChildren(
      ...(first
        ? [
            element("span", { class: "amount" }, money(Number(first[0]), first[2])),
            " ",
            element("span", { class: "said" }, say.atStake),
          ]
        : [element("span", { class: "amount" }, whole(cases.length)), " " + say.caseCount(cases.length)]),
    );
    const others = rest.filter(stake => stake[2] !== "points"),
      points = rest.find(stake => stake[2] === "points");
    lead.textContent = [
      say.lead(counted(cases.length, say.caseCount), counted(openCount, say.openCount)),
      first && openCount ? say.leadOpen(money(Number(first[1]), first[2])) : "",
      others.length ? say.leadMore(stakesSaid(others, 0)) : "",
      points ? say.leadPoints(money(Number(points[0]), "points")) : "",
    ]
      .filter(Boolean)
      .join(" ");
  }
  byId("shared").hidden = !data.sharesProof;
  const fact = (name, value, ...more) =>
    element(
      "div",
      null,
      element("dt", null, name),
      element("dd", null, whole(value), ...more.filter(Boolean).map(said => element("small", null, said))),
    );
  byId("facts").replaceChildren(
    fact(say.openCases, openCount),
    fact(say.closedCases, cases.length - openCount),
    fact(
      say.eventsRead,
      events.read,
      events.duplicates ? say.duplicates(whole(events.duplicates)) : "",
      events.droppedFields ? counted(events.droppedFields, say.droppedCount) : "",
    ),
    fact(say.setAside, events.quarantined),
  );
}

function drawTroubles() {
  byId("trouble-rows").replaceChildren(
    ...troubles.map((signal, i) =>
      element(
        "tr",
        { "data-trouble": i },
        element(
          "th",
          { scope: "row" },
          element("span", { class: "swatch s" + Math.min(i, MOST_COLOURS), "aria-hidden": "true" }),
          element("button", { type: "button", class: "plain", click: () => chooseTrouble(i) }, title(i)),
        ),
        element("td", { class: "number", "data-head": say.casesHead }, whole(signal.cases)),
        element("td", { class: "number", "data-head": say.openHead }, whole(signal.open)),
        element(
          "td",
          { class: "number", "data-head": say.stake },
          signal.stakes.length ? stakesSaid(signal.stakes, 0) : "–",
        ),
        element("td", { class: "date", "data-head": say.oldest }, signal.oldest === null ? "–" : date(signal.oldest)),
      ),
    ),
  );
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
  byId("aside-said").textContent =
    say.asideSaid(whole(events.quarantined), counted(events.read, say.eventCount)) +
    (events.quarantined * 100 > events.read ? say.asideMany : "");
  byId("reasons").replaceChildren(
    ...data.reasons.map(([times, reason, example]) =>
      element(
        "tr",
        null,
        element("td", { class: "number" }, whole(times)),
        element("td", { lang: "en" }, reason),
        element("td", { class: "code" }, example),
      ),
    ),
  );
}

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
  try {
    name = decodeURIComponent(location.hash.slice(1));
  } catch {
    return;
  }
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
  byId("list").classList.add("paper");
  byId("rows").replaceChildren(...shown.flatMap(each => [row(each), paperDetails(each)]));
}

function paperDetails(each) {
  const said = [];
  for (let i = 0; i < each.figures.length; i += 3) {
    const name = data.indicators[each.figures[i]][view.language === "fr" ? 1 : 2];
    said.push(`${name} ${each.figures[i + (view.language === "fr" ? 1 : 2)]}`);
  }
  const ids = each.proofs.map(proof => (typeof proof === "string" ? proof : data.proofs[proof][0]));
  const rest = each.count - ids.length;
  return element(
    "tr",
    { role: "row", class: "details" },
    element(
      "td",
      { role: "cell", colspan: "5" },
      element("p", { class: "sentence" }, each.because[view.language]),
      said.length ? element("p", { class: "quiet" }, said.join(" · ")) : null,
      ids.length
        ? element("p", { class: "quiet code" }, say.proofIds(ids.join(", ")) + (rest > 0 ? " " + say.more(rest) : ""))
        : null,
    ),
  );
}

function listen() {
  let waiting;
  byId("search").addEventListener("input", event => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      view.words = event.target.value.trim();
      filter();
    }, 120);
  });
  byId("filters").addEventListener("submit", event => event.preventDefault());
  byId("trouble").addEventListener("change", event => {
    view.trouble = event.target.value;
    filter();
  });
  byId("state").addEventListener("change", event => {
    view.state = event.target.value;
    filter();
  });
  byId("clear").addEventListener("click", clearFilters);
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  for (const button of document.querySelectorAll("[data-language]")) {
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      draw();
    });
  }
  addEventListener("hashchange", openFromAddress);
  addEventListener("beforeprint", drawForPaper);
  addEventListener("afterprint", () => {
    byId("list").classList.remove("paper");
    drawRows();
  });
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
