"""Writes trips.csv, disrupted.csv and weather.csv for the sources.yaml beside it: one row per flight or hour, in UTC.

    python3 prepare.py FOLDER_OF_THE_DATA OUT_FOLDER
"""
import csv, gzip, sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

data, out = Path(sys.argv[1]), Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)
MISSING = {"BQN": "America/Puerto_Rico", "PSE": "America/Puerto_Rico", "SJU": "America/Puerto_Rico", "STT": "America/St_Thomas"}

with gzip.open(data / "airports_tz.csv.gz", "rt") as file:
    zones = {row["faa"]: ZoneInfo(row["tzone"]) for row in csv.DictReader(file) if row["tzone"] not in ("", "NA", "\\N")}
zones |= {airport: ZoneInfo(zone) for airport, zone in MISSING.items()}


def at(date, minutes, airport):
    """The instant so many minutes by the clock after the airport's midnight."""
    local = datetime.fromisoformat(date) + timedelta(minutes=int(minutes))
    return local.replace(tzinfo=zones[airport]).astimezone(timezone.utc)


def text(instant):
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def flights():
    with gzip.open(data / "flights_nyc_2013.csv.gz", "rt") as file:
        seen = {}
        for row in csv.DictReader(file):
            key = f"{row['date']}-{row['carrier']}{row['flight']}-{row['origin']}-{row['dest']}"
            seen[key] = seen.get(key, 0) + 1
            yield key if seen[key] == 1 else f"{key}-{seen[key]}", row


def arrival_of(row, departure):
    arrival = at(row["date"], row["sched_arr_min"], row["dest"])
    while arrival <= departure:
        arrival += timedelta(days=1)
    return arrival


# When an airline knows which aircraft will fly is not in the data: three hours before departure is assumed.
ASSIGNED = timedelta(hours=3)
PUBLISHED = timedelta(days=7)
HEAD = "trip carrier number from to km published departure arrival departed arrived vehicle assigned".split()

with open(out / "trips.csv", "w", newline="") as target, open(out / "disrupted.csv", "w", newline="") as other:
    trips, disrupted = csv.writer(target), csv.writer(other)
    trips.writerow(HEAD)
    disrupted.writerow(HEAD + ["cancelled"])
    usual = {}  # of each flight, the date and the minute of its last run before
    for trip, row in flights():
        flight = (row["carrier"], row["flight"], row["origin"], row["dest"])
        date = datetime.fromisoformat(row["date"])
        minute, cancelled = row["sched_dep_min"], not row["sched_dep_min"]
        if cancelled:
            # The data has no timetable for what did not fly: the minute of its last run in sixty days is taken.
            last, minute = usual.get(flight, (date, None))
            if minute is None or date - last > timedelta(days=60):
                continue
        else:
            usual[flight] = (date, minute)
        departure = at(row["date"], minute, row["origin"])
        arrival = arrival_of(row, departure) if row["sched_arr_min"] else None
        departed = None if cancelled else departure + timedelta(minutes=int(row["dep_delay_min"] or 0))
        arrived = arrival + timedelta(minutes=int(row["arr_delay_min"])) if row["arr_delay_min"] else None
        cells = [
            trip, row["carrier"], row["flight"], row["origin"], row["dest"],
            round(int(row["distance_mi"]) * 1.609344, 1), text(departure - PUBLISHED), text(departure),
            *(text(instant) if instant else "" for instant in (arrival, departed, arrived)),
            row["tailnum"], text(departure - ASSIGNED) if row["tailnum"] else "",
        ]
        if arrival:
            trips.writerow(cells)
        else:
            disrupted.writerow(cells + ["true" if cancelled else ""])


def scaled(value, factor, shift=0.0):
    return "" if value in ("", "NA") else round((float(value) - shift) * factor, 2)


# An observation is labelled with the hour in which it was made: it is taken to be known at that hour's end.
with gzip.open(data / "weather_nyc_2013.csv.gz", "rt") as file, open(out / "weather.csv", "w", newline="") as target:
    weather = csv.writer(target)
    weather.writerow("station time celsius dew humidity wind gust direction rain pressure visibility".split())
    for row in csv.DictReader(file):
        end = at(row["time_hour"][:10], 60 * int(row["time_hour"][11:13]), row["origin"]) + timedelta(hours=1)
        weather.writerow([
            row["origin"], text(end), scaled(row["temp"], 5 / 9, 32), scaled(row["dewp"], 5 / 9, 32), row["humid"],
            scaled(row["wind_speed"], 1.609344), scaled(row["wind_gust"], 1.609344), row["wind_dir"],
            scaled(row["precip"], 25.4), row["pressure"], scaled(row["visib"], 1.609344),
        ])
