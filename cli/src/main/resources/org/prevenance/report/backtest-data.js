// The data of the page, and what the reader asked to see of it.
const PAGE_SIZE = 50;
const MOST_LISTED = 15;
const FATES = ["confirmed", "too-late", "false-alarm", "unconfirmed", "too-young"];
const data = JSON.parse(document.getElementById("data").textContent);
data.zone = data.period ? data.period.zone : "Europe/Paris";
const byId = id => document.getElementById(id);
const view = { language: data.language, scope: "", words: "", fate: "", page: 0 };
let say, formats;

const signals = data.result.signals;
const allCases = data.cases.map(readCase);
const casesSeen = data.casesFutureVisible.map(readCase);

function readCase(one) {
  return {
    ...one,
    opened: Date.parse(one.openedAt),
    fateShown: one.judged ? one.fate : "too-young",
    by: one.by ? { ...one.by, time: Date.parse(one.by.at) } : null,
  };
}

const inScope = one => view.scope === "" || one.signal === view.scope;
const scoped = () => allCases.filter(inScope);
/** The figures of what is shown: one signal, or all together. */
const figuresOf = outcome =>
  view.scope === ""
    ? outcome.together
    : outcome.signals.find(signal => signal.signal === view.scope) || outcome.together;
const titleOf = name => {
  const found = signals.find(signal => signal.signal === name);
  return found ? found.title[view.language] : name;
};

/** A number for each month, so that months can be counted on. */
function monthOf(time) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: data.zone,
    year: "numeric",
    month: "2-digit",
  }).formatToParts(time);
  const part = type => Number(parts.find(each => each.type === type).value);
  return part("year") * 12 + part("month") - 1;
}

/** Calendar days from one instant to another. */
function daysBetween(from, until) {
  const day = time =>
    Date.parse(new Intl.DateTimeFormat("en-CA", { timeZone: data.zone }).format(time)) / 86400000;
  return Math.round(day(until) - day(from));
}

function countMonths(cases) {
  if (!data.period || !cases.length) return [];
  const first = monthOf(Date.parse(data.period.from)),
    last = monthOf(Date.parse(data.period.until) - 1);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => ({ start: first + i, counts: FATES.map(() => 0) }));
  for (const one of cases) {
    const row = rows[monthOf(one.opened) - first];
    if (row) row.counts[FATES.indexOf(one.fateShown)]++;
  }
  return rows;
}

/** Lead times in steps of equal width; what came too late stands below 0. */
function countLeads(cases) {
  const leads = cases.filter(one => one.judged && one.leadDays !== null).map(one => one.leadDays);
  const late = cases
    .filter(one => one.judged && one.fate === "too-late")
    .map(one => -Math.max(1, daysBetween(one.by.time, one.opened)));
  const all = [...leads, ...late];
  if (!all.length) return null;
  const span = Math.max(...all, 0) - Math.min(...all, 0);
  const step = [1, 2, 5, 7, 14, 30, 60, 90, 180].find(each => span / each <= 24) || 365;
  const first = Math.floor(Math.min(...all, 0) / step),
    last = Math.floor(Math.max(...all, 0) / step);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => ({ from: (first + i) * step, early: 0, late: 0 }));
  for (const lead of leads) rows[Math.floor(lead / step) - first].early++;
  for (const lead of late) rows[Math.floor(lead / step) - first].late++;
  return { step, rows, leads: leads.length, late: late.length };
}
