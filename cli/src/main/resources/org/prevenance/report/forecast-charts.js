// The charts, drawn as SVG in the width that there is. Each has its numbers beside it as a table.

/** A mark of its own for each method, so that colour is not needed to tell them apart. */
function mark(method, x, y, size = 5) {
  const cls = `mark m${Math.min(method, 7)}`;
  const path = points => drawn("path", { class: cls, d: `M${points.map(([dx, dy]) => `${x + dx * size} ${y + dy * size}`).join("L")}Z` });
  switch (method % 5) {
    case 0:
      return drawn("circle", { class: cls, cx: x, cy: y, r: size });
    case 1:
      return path([[-1, -1], [1, -1], [1, 1], [-1, 1]]);
    case 2:
      return path([[0, -1.3], [1.2, 1], [-1.2, 1]]);
    case 3:
      return path([[0, -1.4], [1.4, 0], [0, 1.4], [-1.4, 0]]);
    default:
      return path([[0, 1.3], [1.2, -1], [-1.2, -1]]);
  }
}

const whisker = (x1, y1, x2, y2, method) =>
  drawn("line", { class: `line m${Math.min(method, 7)}`, x1, y1, x2, y2, "stroke-width": 1.75 });

function drawLegend(id) {
  byId(id).replaceChildren(
    ...shownForecast().methods.map((method, i) =>
      element(
        "li",
        null,
        drawn("svg", { width: 18, height: 18, viewBox: "0 0 18 18", "aria-hidden": "true" }, mark(i, 9, 9)),
        worded(method),
      ),
    ),
  );
}

/** For all, ordinary and worst days: a dot with its interval for each method. */
function drawErrors(place) {
  const forecast = shownForecast(),
    box = byId("errors");
  const groups = ["all", "ordinary", "worst"].filter(kind => place[kind]);
  const means = kind => forecast.methods.map(method => place[kind].methods[method.name].mean);
  const most = Math.max(...groups.flatMap(kind => means(kind).map(mean => (mean ? mean.high : 0)))) * lossScale();
  const line = 22,
    head = 28,
    gap = 14;
  const tall = head + forecast.methods.length * line + gap;
  const { svg, width } = canvas(box, groups.length * tall + 28, say.errorsChart(
    forecast.methods.map((method, i) => `${worded(method)} ${means("all")[i] ? lossSaid(means("all")[i].value) : "–"}`).join(", "),
  ));
  const left = 10,
    right = width - 26,
    bottom = groups.length * tall;
  const step = niceStep(most / (width > 560 ? 6 : 3)),
    ceiling = Math.max(step, Math.ceil(most / step - 1e-9) * step);
  const x = value => left + ((value * lossScale()) / ceiling) * (right - left);
  for (let value = 0; value <= ceiling + step / 1000; value += step) {
    const at = left + (value / ceiling) * (right - left);
    svg.append(
      drawn("line", { class: "rule", x1: at, x2: at, y1: head - 6, y2: bottom }),
      drawn("text", { x: at, y: bottom + 18, "text-anchor": "middle" }, tickSaid(value, step)),
    );
  }
  groups.forEach((kind, g) => {
    const top = g * tall;
    svg.append(drawn("text", { class: "strong", x: left, y: top + 14 }, say[kind]));
    means(kind).forEach((mean, i) => {
      if (!mean) return;
      const y = top + head + i * line + 4;
      svg.append(
        drawn(
          "g",
          null,
          drawn("title", null, `${say[kind]}\n${worded(forecast.methods[i])} : ${lossRange(mean)}`),
          whisker(x(mean.low), y, x(mean.high), y, i),
          mark(i, x(mean.value), y),
        ),
      );
    });
  });
}

/** Lines over places that follow each other: horizons, or weeks, of which many would hide each other's intervals. */
function drawLines(id, said, names, columns, many = false) {
  const forecast = shownForecast();
  const highest = (figure, method) => (figure ? (many && method ? figure.value : figure.high) : 0);
  const most = Math.max(...columns.flatMap(column => column.map(highest))) * lossScale();
  const { svg, width } = canvas(byId(id), 300, said);
  const area = { left: 48, right: width - 14, top: 12, bottom: 252 };
  const y0 = scaleUp(svg, most, area, value => tickSaid(value, niceStep(most / 4)), 0);
  const y = value => y0(value * lossScale());
  const slot = (area.right - area.left) / names.length;
  const spread = many ? 0 : Math.min(9, (slot * 0.6) / forecast.methods.length);
  const x = (column, method) => area.left + (column + 0.5) * slot + (method - (forecast.methods.length - 1) / 2) * spread;
  for (let method = forecast.methods.length - 1; method >= 0; method--) {
    let pen = "";
    columns.forEach((column, i) => {
      const figure = column[method];
      if (figure) pen += `${pen && columns[i - 1] && columns[i - 1][method] ? "L" : "M"}${x(i, method)} ${y(figure.value)}`;
    });
    if (pen) svg.append(drawn("path", { class: `line m${Math.min(method, 7)}`, d: pen }));
    columns.forEach((column, i) => {
      const figure = column[method];
      if (!figure) return;
      const at = x(i, method);
      svg.append(
        drawn(
          "g",
          null,
          drawn("title", null, `${names[i]}\n${worded(forecast.methods[method])} : ${lossRange(figure)}`),
          many && method ? "" : whisker(at, y(figure.low), at, y(figure.high), method),
          mark(method, at, y(figure.value), 4),
        ),
      );
    });
  }
  nameColumns(svg, names, area, slot);
}

function nameColumns(svg, names, area, slot) {
  const widest = Math.max(...names.map(name => name.length)) * 7.2 + 10;
  const every = Math.max(1, Math.ceil(widest / slot));
  names.forEach((name, i) => {
    if (i % every !== 0) return;
    const middle = area.left + (i + 0.5) * slot;
    const end = middle + (name.length * 7) / 2 > area.right + 12 ? "end" : "middle";
    svg.append(drawn("text", { x: end === "end" ? area.right : middle, y: area.bottom + 22, "text-anchor": end }, name));
  });
}

function drawCoverage(weeks, level) {
  const shown = weeks.filter(week => week.covered);
  byId("coverage-figure").hidden = !shown.length;
  if (!shown.length) return;
  const { svg, width } = canvas(byId("coverage"), 250, byId("coverage-said").textContent);
  const area = { left: 54, right: width - 14, top: 12, bottom: 208 };
  const low = Math.min(level, ...shown.map(week => week.covered.low));
  const floor = Math.max(0, Math.floor((low - 0.02) * 10) / 10);
  const y = share => area.bottom - ((share - floor) / (1 - floor)) * (area.bottom - area.top);
  const step = 1 - floor > 0.5 ? 0.2 : 0.1;
  for (let share = 1; share >= floor - 1e-9; share -= step)
    svg.append(
      drawn("line", { class: "rule", x1: area.left, x2: area.right, y1: y(share), y2: y(share) }),
      drawn("text", { x: area.left - 8, y: y(share) + 4, "text-anchor": "end" }, percent(share)),
    );
  svg.append(drawn("line", { class: "target", x1: area.left, x2: area.right, y1: y(level), y2: y(level) }));
  const slot = (area.right - area.left) / shown.length;
  shown.forEach((week, i) => {
    const at = area.left + (i + 0.5) * slot;
    svg.append(
      drawn(
        "g",
        null,
        drawn("title", null, `${say.week} ${weekSaid(week)}\n${shareRangeSaid(week.covered)}`),
        whisker(at, y(week.covered.low), at, y(week.covered.high), 0),
        mark(0, at, y(week.covered.value), 4),
      ),
    );
  });
  nameColumns(svg, shown.map(weekShort), area, slot);
}

function drawCalibration(calibration) {
  const box = byId("calibration");
  const tall = Math.min(420, Math.max(300, box.clientWidth || 420));
  const { svg, width } = canvas(box, tall, byId("calibration-said").textContent);
  const side = Math.min(width - 70, tall - 60);
  const area = { left: 56, right: 56 + side, top: 10, bottom: 10 + side };
  const x = share => area.left + share * side,
    y = share => area.bottom - share * side;
  for (let share = 0; share <= 1.001; share += 0.2)
    svg.append(
      drawn("line", { class: "rule", x1: area.left, x2: area.right, y1: y(share), y2: y(share) }),
      drawn("text", { x: area.left - 8, y: y(share) + 4, "text-anchor": "end" }, percent(share)),
      drawn("text", { x: x(share), y: area.bottom + 20, "text-anchor": "middle" }, percent(share)),
    );
  svg.append(
    drawn("line", { class: "target", x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    drawn("text", { x: area.right, y: area.bottom + 42, "text-anchor": "end" }, say.announced),
    drawn("text", { x: area.left + 8, y: area.top + 14 }, say.happened),
    drawn("path", {
      class: "line m0",
      d: calibration.bins.map((bin, i) => `${i ? "L" : "M"}${x(bin.said)} ${y(bin.happened.value)}`).join(""),
    }),
  );
  for (const bin of calibration.bins)
    svg.append(
      drawn(
        "g",
        null,
        drawn("title", null, say.binSaid(percent(bin.said), shareRangeSaid(bin.happened), counted(bin.questions, say.questionCount))),
        whisker(x(bin.said), y(bin.happened.low), x(bin.said), y(bin.happened.high), 0),
        mark(0, x(bin.said), y(bin.happened.value)),
      ),
    );
}

function drawPlan(days) {
  const shown = days.filter(day => day.unfamiliar !== null);
  byId("plan-figure").hidden = !shown.length;
  if (!shown.length) return;
  const { svg, width } = canvas(byId("plan"), 190, say.planSaid(percent(Math.max(...shown.map(day => day.unfamiliar)))));
  const area = { left: 54, right: width - 6, top: 10, bottom: 150 };
  const y = scaleUp(svg, 1, area, percent, 0.25);
  const slot = (area.right - area.left) / shown.length;
  shown.forEach((day, i) => {
    const alarming = day.alarms.some(alarm => alarm.kind === "plan-changed");
    svg.append(
      drawn(
        "g",
        null,
        drawn("title", null, `${date(Date.parse(day.day))}\n${percent(day.unfamiliar)}`),
        drawn("rect", { class: "whole-slot", x: area.left + i * slot, y: area.top, width: slot, height: area.bottom - area.top }),
        drawn("rect", {
          class: "bar-day" + (alarming ? " alarming" : ""),
          x: area.left + i * slot + slot * 0.1,
          width: Math.max(1, slot * 0.8),
          y: y(day.unfamiliar),
          height: Math.max(0.5, area.bottom - y(day.unfamiliar)),
        }),
      ),
    );
  });
  nameColumns(svg, shown.map(day => shortDay(day.day)), area, slot);
}
