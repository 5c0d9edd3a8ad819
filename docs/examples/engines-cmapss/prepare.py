#!/usr/bin/env python3
"""Turns C-MAPSS FD001 (simulated engines, no dates) into events: one flight a day, each engine starts ten days after
the one before. Sensor 4 becomes celsius (from degrees Rankine), sensor 8 rpm. The owner of all engines and their opt-in
are invented. Usage: prepare.py engines_FD001.txt.gz OUT
"""
import datetime, gzip, json, pathlib, sys

START = datetime.date(2020, 1, 1)


def event(kind, subject, day, hour, data, number):
    at = f"{day}T{hour:02d}:00:00Z"
    return {"specversion": "1.0", "id": f"{kind}-{subject}-{number}", "source": "cmapss", "type": kind,
            "subject": subject, "time": at, "recordedtime": at, "data": data}


def main(source, out):
    lives = {}
    with gzip.open(source, "rt") as lines:
        for line in lines:
            row = line.split()
            lives.setdefault(int(row[0]), []).append(row)
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "events.ndjson", "w") as to:
        for kind, subject, data in (
                ("contract.started", "contract/FLEET", {"customerId": "OWNER", "product": "engines"}),
                ("consent.given", "customer/OWNER", {"purpose": "care", "method": "paper"})):
            to.write(json.dumps(event(kind, subject, START, 0, data, 0)) + "\n")
        for engine, rows in sorted(lives.items()):
            subject = f"device/E{engine:03d}"
            first = START + datetime.timedelta(days=10 * (engine - 1))
            installed = {"contractId": "FLEET"}
            to.write(json.dumps(event("device.installed", subject, first, 6, installed, 0)) + "\n")
            for row in rows:
                day = first + datetime.timedelta(days=int(row[1]) - 1)
                data = {"celsius": round((float(row[8]) - 491.67) / 1.8, 3), "rpm": float(row[12])}
                to.write(json.dumps(event("device.reported", subject, day, 12, data, row[1])) + "\n")
            fails = first + datetime.timedelta(days=len(rows))
            to.write(json.dumps(event("device.failed", subject, fails, 6, {"code": "HPC"}, 0)) + "\n")


main(*sys.argv[1:])
