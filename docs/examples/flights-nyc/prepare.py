"""Writes trips.csv for the sources.yaml beside it: one row per flight, its times in UTC.

    python3 prepare.py FOLDER_OF_THE_DATA OUT_FOLDER
"""
import csv, gzip, sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

data, out = Path(sys.argv[1]), Path(sys.argv[2])
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


with gzip.open(data / "flights_nyc_2013.csv.gz", "rt") as file, open(out / "trips.csv", "w", newline="") as target:
    writer = csv.writer(target)
    writer.writerow("trip carrier number from to km published departure arrival departed arrived".split())
    seen = {}
    for row in csv.DictReader(file):
        key = f"{row['date']}-{row['carrier']}{row['flight']}-{row['origin']}-{row['dest']}"
        seen[key] = seen.get(key, 0) + 1
        trip = key if seen[key] == 1 else f"{key}-{seen[key]}"
        if not row["sched_dep_min"] or not row["sched_arr_min"]:
            continue  # cancelled or diverted: the data has no timetable for these
        departure = at(row["date"], row["sched_dep_min"], row["origin"])
        arrival = at(row["date"], row["sched_arr_min"], row["dest"])
        while arrival <= departure:
            arrival += timedelta(days=1)
        departed = departure + timedelta(minutes=int(row["dep_delay_min"] or 0))
        arrived = arrival + timedelta(minutes=int(row["arr_delay_min"])) if row["arr_delay_min"] else None
        writer.writerow([
            trip, row["carrier"], row["flight"], row["origin"], row["dest"],
            round(int(row["distance_mi"]) * 1.609344, 1), text(departure - timedelta(days=7)),
            text(departure), text(arrival), text(departed), text(arrived) if arrived else "",
        ])
