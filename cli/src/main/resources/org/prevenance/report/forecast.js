// The page as a whole: where each forecast is shown, then the figures of the place that the reader chose.

/** From a loss to the unit in which it is told: shares in hundredths. */
const lossScale = () => (shownForecast().scale.kind === "choice" ? 100 : 1);

function lossOf(scale, value) {
  switch (scale.kind) {
    case "minutes":
      return decimal(value, Math.abs(value) < 1 ? 2 : 1) + "\u00a0" + say.minutes;
    case "choice":
      return decimal(value * 100, 1) + percentSign();
    default:
      return money(value, scale.currency);
  }
}

const lossSaid = value => lossOf(shownForecast().scale, value);
/** In minutes, hundredths or money, without its unit. */
const lossBare = value => decimal(value * lossScale(), shownForecast().scale.kind === "choice" ? 1 : 2);
const lossRange = figure => `${lossSaid(figure.value)} (${span(figure, lossBare)})`;
const tickSaid = (value, step) => decimal(value, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
const share1 = value => decimal(value * 100, 1) + percentSign();
const bareShare1 = value => decimal(value * 100, 1);
const shareRangeSaid = figure => `${share1(figure.value)} (${span(figure, bareShare1)})`;
const signed = (value, said) => (/[1-9]/.test(said) ? (value > 0 ? "+" : "−") : "") + said;
const day = text => date(Date.parse(text));
const weekSaid = week => day(week.monday);
const shortDay = text =>
  new Intl.DateTimeFormat(say.locale, { timeZone: "UTC", day: "numeric", month: "short" }).format(Date.parse(text));
const weekShort = week => shortDay(week.monday);
const capital = text => text.charAt(0).toUpperCase() + text.slice(1);
const placeSaid = () =>
  `${capital(named(shownForecast().parts, view.part))}, ${named(shownForecast().horizons, view.horizon)}`;

function draw() {
  sayAll();
  drawOpening();
  drawChoices();
  drawPlace();
}

function drawOpening() {
  const places = data.forecasts.flatMap(forecast => forecast.places);
  const shown = places.filter(place => place.shown).length;
  const from = data.forecasts.map(forecast => forecast.from).sort()[0],
    until = data.forecasts.map(forecast => forecast.until).sort().pop();
  byId("period").textContent = say.period(day(from), day(until));
  const [amount, words] = say.headline(whole(shown), whole(places.length));
  byId("headline").replaceChildren(element("span", { class: "amount" }, amount), " ", element("span", { class: "said" }, words));
  const silent = data.forecasts.filter(forecast => forecast.watch.next);
  byId("change").hidden = !silent.length;
  byId("change").textContent = silent
    .map(forecast =>
      (data.forecasts.length > 1 ? forecast.title[view.language] + " – " : "") + say.nextSilent(forecast.watch.next[view.language]),
    )
    .join(" ");
  byId("verdicts").replaceChildren(...data.forecasts.map(verdictTable));
}

/**
 * Parts down, horizons across; each cell says whether the forecast is shown there, and why. Roles are named, since a
 * narrow screen lays cells out below each other, and browsers then forget that it is a table.
 */
function verdictTable(forecast, number) {
  const id = `verdicts-${number}`;
  const cell = (horizon, part) => {
    const place = placeOf(forecast, horizon.name, part.name);
    const attributes = { role: "cell", "data-head": worded(horizon) };
    return place ? element("td", attributes, verdictButton(forecast, number, place)) : element("td", attributes, say.notAsked);
  };
  return element(
    "div",
    { class: "verdicts" },
    element("h2", { id }, forecast.title[view.language]),
    ...(forecast.relearnt ? [element("p", { class: "said" }, say.relearnt(counted(forecast.relearnt, say.dayCount)))] : []),
    element(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-labelledby": id },
      element(
        "table",
        { role: "table" },
        element(
          "thead",
          { role: "rowgroup" },
          element(
            "tr",
            { role: "row" },
            element("th", { role: "columnheader", scope: "col" }, say.part),
            ...forecast.horizons.map(horizon => element("th", { role: "columnheader", scope: "col" }, worded(horizon))),
          ),
        ),
        element(
          "tbody",
          { role: "rowgroup" },
          ...forecast.parts.map(part =>
            element(
              "tr",
              { role: "row", class: part.name === "*" ? "network" : null },
              element("th", { role: "rowheader", scope: "row" }, capital(worded(part))),
              ...forecast.horizons.map(horizon => cell(horizon, part)),
            ),
          ),
        ),
      ),
    ),
  );
}

function verdictButton(forecast, number, place) {
  const rival = strongest(forecast, place.all);
  const said = forecast.scale.kind === "cost" ? say.shownCost : say.shownWhy;
  return element(
    "button",
    {
      type: "button",
      class: "choose",
      click: () => {
        choose(number, place.horizon, place.part);
        drawChoices();
        drawPlace();
        byId("scope-form").scrollIntoView();
        byId(view.horizon && forecast.horizons.length > 1 ? "horizon" : "part").focus({ preventScroll: true });
      },
    },
    element("span", { class: place.shown ? "is-open" : "is-closed" }, place.shown ? say.shown : say.silent),
    element(
      "small",
      null,
      place.shown && rival
        ? said(lossOf(forecast.scale, rival.against.forecast.value), lossOf(forecast.scale, rival.against.rival.value), worded(rival.method))
        : place.reasons[0][view.language],
    ),
  );
}

function drawChoices() {
  const forecast = shownForecast();
  const option = (value, name, chosen) => element("option", { value, selected: value === chosen }, name);
  byId("forecast-choice").hidden = data.forecasts.length < 2;
  byId("forecast").replaceChildren(
    ...data.forecasts.map((each, i) => option(String(i), each.title[view.language], String(view.forecast))),
  );
  byId("horizon").replaceChildren(
    ...forecast.horizons
      .filter(horizon => forecast.places.some(place => place.horizon === horizon.name))
      .map(horizon => option(horizon.name, worded(horizon), view.horizon)),
  );
  byId("part").replaceChildren(
    ...forecast.parts
      .filter(part => placeOf(forecast, view.horizon, part.name))
      .map(part => option(part.name, capital(worded(part)), view.part)),
  );
}

function drawPlace() {
  const forecast = shownForecast(),
    place = shownPlace();
  const rival = strongest(forecast, place.all);
  byId("verdict-said").textContent =
    place.shown && rival
      ? say.verdictShown(placeSaid(), gainSaid(rival.against), worded(rival.method))
      : say.verdictSilent(placeSaid(), place.reasons.map(reason => reason[view.language]).join(say.and));
  byId("errors-title").textContent = say.errors[forecast.scale.kind];
  byId("errors-said").textContent = say.errorsSaid(
    counted(place.all.questions, say.questionCount),
    counted(place.all.days, say.dayCount),
    place.worst !== null,
  );
  drawErrorsTable(place);
  drawHorizonTable();
  drawWeekTables(place);
  drawCalibrationWords(place.all.calibration);
  drawEta();
  drawWatch();
  drawHow();
  drawCharts();
}

const gainSaid = against => {
  const size = Math.abs(against.difference.value);
  const less = shownForecast().scale.kind === "choice" ? `${lossBare(size)}\u00a0${say.points100(size * 100)}` : lossSaid(size);
  return against.gain ? `${less} (${percent(against.gain.value)})` : less;
};

/** What depends on the width of the window. */
function drawCharts() {
  const forecast = shownForecast(),
    place = shownPlace();
  for (const id of ["errors-legend", "horizons-legend", "weeks-legend"]) drawLegend(id);
  drawErrors(place);
  const horizons = horizonPlaces();
  byId("horizons-section").hidden = horizons.length < 2;
  byId("horizons-caption").textContent = say.horizonsCaption(capital(named(forecast.parts, view.part))) + " · " + say.loss[forecast.scale.kind];
  if (horizons.length > 1)
    drawLines(
      "horizons",
      byId("horizons-caption").textContent,
      horizons.map(each => named(forecast.horizons, each.horizon)),
      horizons.map(each => forecast.methods.map(method => each.all.methods[method.name].mean)),
    );
  byId("weeks-section").hidden = place.weeks.length < 2;
  byId("weeks-caption").textContent = say.weeksCaption(placeSaid()) + " · " + say.loss[forecast.scale.kind];
  if (place.weeks.length > 1) {
    drawLines(
      "weeks",
      byId("weeks-caption").textContent,
      place.weeks.map(weekShort),
      place.weeks.map(week => forecast.methods.map(method => week.means[method.name])),
      true,
    );
    if (place.all.coverage) drawCoverage(place.weeks, place.all.coverage.expected);
    else byId("coverage-figure").hidden = true;
  }
  if (place.all.calibration) drawCalibration(place.all.calibration);
  drawPlan(forecast.watch.days);
}

const horizonPlaces = () =>
  shownForecast()
    .horizons.map(horizon => placeOf(shownForecast(), horizon.name, view.part))
    .filter(Boolean);

function drawErrorsTable(place) {
  const forecast = shownForecast(),
    { scale } = forecast,
    timed = scale.kind === "minutes";
  const loss = figure => withRange(figure, lossSaid, each => span(each, lossBare));
  const share = figure => withRange(figure, share1, each => span(each, bareShare1) + percentSign());
  const rows = forecast.methods.map((method, i) => {
    const figures = place.all.methods[method.name],
      against = place.all.against[method.name];
    const kind = name => (place[name] ? loss(place[name].methods[method.name].mean) : "–");
    return [
      capital(worded(method)),
      loss(figures.mean),
      i && against.difference
        ? [
            element("span", { class: against.difference.high < 0 ? "better" : null }, signed(against.difference.value, lossSaid(Math.abs(against.difference.value)))),
            element("small", null, span(against.difference, value => signed(value, lossBare(Math.abs(value)))).replace("–", " … ")),
          ]
        : "–",
      kind("ordinary"),
      kind("worst"),
      ...(timed ? [loss(figures.median), share(figures.close), share(figures.near)] : []),
      percent(figures.answered / place.all.questions),
    ];
  });
  table(
    "errors-table",
    [
      say.method,
      say.loss[scale.kind],
      say.difference,
      say.ordinary,
      say.worst,
      ...(timed ? [say.median, say.within(whole(scale.close)), say.within(whole(scale.near))] : []),
      say.answers,
    ],
    rows,
    rows.map((_, i) => (i ? "" : "present")),
  );
}

function drawHorizonTable() {
  const forecast = shownForecast();
  table(
    "horizons-table",
    [say.horizon, ...forecast.methods.map(worded)],
    horizonPlaces().map(place => [
      named(forecast.horizons, place.horizon),
      ...forecast.methods.map(method => (place.all.methods[method.name].mean ? lossRange(place.all.methods[method.name].mean) : "–")),
    ]),
  );
}

function drawWeekTables(place) {
  const forecast = shownForecast();
  table(
    "weeks-table",
    [say.week, say.questions, ...forecast.methods.map(worded)],
    place.weeks.map(week => [
      weekSaid(week),
      whole(week.questions),
      ...forecast.methods.map(method => (week.means[method.name] ? lossRange(week.means[method.name]) : "–")),
    ]),
  );
  const coverage = place.all.coverage;
  if (!coverage) return;
  byId("coverage-caption").textContent = say.coverageCaption(percent(coverage.expected));
  byId("coverage-said").textContent = say.coverageSaid(
    share1(coverage.covered.value),
    span(coverage.covered, bareShare1) + percentSign(),
    percent(coverage.expected),
    lossSaid(coverage.width.value),
  );
  table(
    "coverage-table",
    [say.week, say.covered],
    place.weeks.filter(week => week.covered).map(week => [weekSaid(week), shareRangeSaid(week.covered)]),
  );
}

function drawCalibrationWords(calibration) {
  byId("calibration-section").hidden = !calibration;
  if (!calibration) return;
  const { scale } = shownForecast();
  const sure = calibration.sure;
  byId("calibration-said").textContent =
    say.about[scale.kind](scale.late === undefined ? "" : whole(scale.late)) +
    say.calibrationSaid(decimal(calibration.brier.value, 4), decimal(calibration.plainBrier.value, 4), percent(calibration.happened.value)) +
    (sure
      ? say.sureSaid(percent(sure.confidence), share1(sure.share.value), share1(sure.right.value), span(sure.right, bareShare1) + percentSign())
      : "");
  table(
    "calibration-table",
    [say.probability, say.questions, capital(say.announced), capital(say.happened)],
    calibration.bins.map(bin => [
      say.bin(percent(bin.from), percent(bin.to)),
      whole(bin.questions),
      share1(bin.said),
      shareRangeSaid(bin.happened),
    ]),
  );
}

function drawEta() {
  const { eta, methods } = shownForecast();
  byId("eta-section").hidden = !eta.length;
  if (!eta.length) return;
  const cell = figure => withRange(figure, share1, each => span(each, bareShare1) + percentSign());
  table(
    "eta-table",
    [say.method, ...eta[0].buckets.map(bucket => say.etaBucket(whole(bucket.from), whole(bucket.to))), say.etaOverall],
    eta.map(each => [capital(named(methods, each.method)), ...each.buckets.map(bucket => cell(bucket.accurate)), cell(each.overall)]),
    eta.map((_, i) => (i ? "" : "present")),
  );
}

function drawWatch() {
  const { watch, from, until } = shownForecast();
  const alarming = watch.days.filter(each => each.alarms.length);
  byId("watch-said").textContent = alarming.length
    ? say.watchSome(counted(alarming.length, say.dayCount))
    : say.watchNone(day(from), day(until));
  const said = (alarm, silent) =>
    alarm.kind === "errs-more"
      ? say.alarms[alarm.kind](decimal(alarm.found, 2), decimal(alarm.usual, 2))
      : say.alarms[alarm.kind](percent(alarm.found), percent(alarm.usual), silent);
  byId("alarms").hidden = !alarming.length;
  byId("alarms").replaceChildren(
    ...alarming
      .slice(0, MOST_ALARMS)
      .flatMap(each => each.alarms.map(alarm => element("li", null, element("strong", null, day(each.day)), " – ", said(alarm, each.silence !== null)))),
    ...(alarming.length > MOST_ALARMS ? [element("li", null, say.more(whole(alarming.length - MOST_ALARMS)))] : []),
  );
}

function drawHow() {
  const { intervals, needed } = shownForecast();
  const numbers = { resamples: whole(intervals.resamples), days: whole(needed.days), questions: whole(needed.questions) };
  byId("how").replaceChildren(
    ...say.howItems(numbers).flatMap(([name, text]) => [element("dt", null, name), element("dd", null, text)]),
  );
}

function listen() {
  byId("scope-form").addEventListener("submit", event => event.preventDefault());
  byId("forecast").addEventListener("change", event => {
    choose(Number(event.target.value), view.horizon, view.part);
    drawChoices();
    drawPlace();
  });
  for (const id of ["horizon", "part"])
    byId(id).addEventListener("change", event => {
      choose(view.forecast, id === "horizon" ? event.target.value : view.horizon, id === "part" ? event.target.value : view.part);
      drawChoices();
      drawPlace();
    });
  listenToLanguages(draw);
  followWidth(drawCharts);
}

speak(view.language);
choose(0, "", "");
draw();
listen();
