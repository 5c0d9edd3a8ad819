// The data of the page, and what the reader asked to see of it.
const PAGE_SIZE = 50;
const MOST_COLOURS = 7;
const FIRST_PROOFS = 8;
const data = JSON.parse(document.getElementById("data").textContent);
const byId = id => document.getElementById(id);
const view = {
  language: data.language,
  words: "",
  trouble: "",
  state: "",
  sort: "stake",
  up: false,
  page: 0,
  opened: new Set(),
};
let say, formats;

const cases = data.cases.map(readCase);
const troubles = data.signals.filter(signal => signal.cases > 0);
const anchors = nameCases();
const buckets = countByTime();
let shown = cases;
function readCase(
  [signal, subject, since, closed, closedBy, amount, currency, fr, en, count, figures, proofs],
  order,
) {
  return {
    order,
    signal,
    subject: data.subjects[subject],
    since,
    closed,
    closedBy,
    amount: amount === null ? null : Number(amount),
    currency: data.currencies[currency],
    because: { fr, en },
    count,
    figures,
    proofs,
    anchor: "",
    folded: null,
  };
}

/** An anchor for each case: subject:signal, and ~2, ~3… for those that opened again later. */
function nameCases() {
  const times = new Map(),
    named = new Map();
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
    const quarter = Math.floor(each.since / 900000); // zones differ by whole quarters of an hour
    if (!known.has(quarter)) known.set(quarter, monthOf(each.since));
    each.month = known.get(quarter);
  }
  let first = Infinity,
    last = -Infinity;
  for (const each of cases) {
    first = Math.min(first, each.month);
    last = Math.max(last, each.month);
  }
  if (data.until !== null) last = Math.max(last, monthOf(data.until));
  // events may begin years before the first case: a year without cases is enough to show that they are new
  if (data.from !== null) first = Math.min(first, Math.max(monthOf(data.from), last - 11));
  const grain = last - first < 48 ? 1 : last - first < 144 ? 3 : 12;
  first = Math.floor(first / grain);
  last = Math.floor(last / grain);
  const series = Math.min(troubles.length, MOST_COLOURS) + (troubles.length > MOST_COLOURS ? 1 : 0);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => ({
    start: (first + i) * grain,
    counts: Array(series).fill(0),
    total: 0,
  }));
  for (const each of cases) {
    const row = rows[Math.floor(each.month / grain) - first];
    row.counts[Math.min(each.signal, MOST_COLOURS)]++;
    row.total++;
  }
  return { grain, rows, series };
}
