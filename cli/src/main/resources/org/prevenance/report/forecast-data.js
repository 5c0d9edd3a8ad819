// The data of the page, and what the reader asked to see of it.
const data = JSON.parse(document.getElementById("data").textContent);
data.zone = "UTC";
const byId = id => document.getElementById(id);
const view = { language: data.language, forecast: 0, horizon: "", part: "" };
const MOST_ALARMS = 10;
let say, formats;

const shownForecast = () => data.forecasts[view.forecast];
const placeOf = (forecast, horizon, part) =>
  forecast.places.find(place => place.horizon === horizon && place.part === part);
const shownPlace = () => placeOf(shownForecast(), view.horizon, view.part);
const named = (labels, name) => {
  const found = labels.find(label => label.name === name);
  return found ? found[view.language] : name;
};
const worded = label => label[view.language];

/** The rival that the forecast is least ahead of. */
function strongest(forecast, sheet) {
  let found = null;
  for (const method of forecast.methods.slice(1)) {
    const against = sheet.against[method.name];
    if (against && against.difference && (!found || against.difference.value > found.against.difference.value))
      found = { method, against };
  }
  return found;
}

/** Chooses a place of which there are figures, the present one if there are. */
function choose(forecast, horizon, part) {
  view.forecast = forecast;
  const { horizons, parts, places } = shownForecast();
  view.horizon = horizons.some(each => each.name === horizon) ? horizon : places[0].horizon;
  view.part = parts.some(each => each.name === part) ? part : parts[0].name;
  if (!shownPlace()) {
    const first = places.find(place => place.horizon === view.horizon) || places[0];
    view.horizon = first.horizon;
    view.part = first.part;
  }
}
