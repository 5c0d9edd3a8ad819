"""Writes clients.csv for the sources.yaml beside it: a number for each client, a birth year, a day of the call.

The data has neither: the birth year is the year of the call less the age, and the day is the first of the month that is
the weekday of the call. The year changes where December is followed by March.

    python3 prepare.py FOLDER_OF_THE_DATA OUT_FOLDER
"""
import csv, gzip, sys
from datetime import date, timedelta
from pathlib import Path

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
DAYS = "mon tue wed thu fri".split()
data, out = Path(sys.argv[1]), Path(sys.argv[2])
out.mkdir(parents=True, exist_ok=True)

with gzip.open(data / "bank-additional-full.csv.gz", "rt") as file, open(out / "clients.csv", "w", newline="") as target:
    writer = csv.writer(target)
    writer.writerow("client birthYear called calls bought".split())
    year, before = 2008, 0
    for number, row in enumerate(csv.DictReader(file, delimiter=";"), 1):
        month = MONTHS.index(row["month"]) + 1
        year += month < before
        before = month
        day = date(year, month, 1)
        day += timedelta(days=(DAYS.index(row["day_of_week"]) - day.weekday()) % 7)
        writer.writerow([number, year - int(row["age"]), day, row["campaign"], row["y"]])
