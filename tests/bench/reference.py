#!/usr/bin/env python3
"""The reference preprocessing in numpy and scipy, as fast as these two allow on one thread.

Reads every acquisition (a fid beside an acqu or acqus) of the zip archives named, takes it through
the steps of the recipe `spectracl-1` and prints how long that took, as JSON:

    python3 tests/bench/reference.py run.zip
    python3 tests/bench/reference.py run.zip --out vectors

`--out FOLDER` writes each spectrum's 19,049 values as `<uid>.f64` (little-endian float64).
`--processes N` shares the acquisitions out among so many processes, each of which unzips its own.
`processSeconds` counts from the start of the interpreter, imports and unzipping included;
`processingSeconds` the steps alone, of all processes. The first is read from /proc and is null where
there is none.
"""

import argparse
import json
import math
import multiprocessing
import os
import re
import sys
import time
import zipfile

STARTED = time.perf_counter()

import numpy as np
from scipy.signal import savgol_filter

FIRST_EDGE, LAST_EDGE = 1950, 20999
BINS = LAST_EDGE - FIRST_EDGE
FIELD = re.compile(r"^##\$(\w+)= *(.*?)\s*$", re.MULTILINE)

axes = {}


def parse_acqu(data):
    """The fields of an acqu file by name, as text, without the brackets of strings."""
    fields = {}
    for key, value in FIELD.findall(data.decode("latin-1")):
        if value.startswith("<") and value.endswith(">"):
            value = value[1:-1]
        fields.setdefault(key, value)
    return fields


def number(fields, key):
    return float(fields[key].replace(",", "."))


def axis_of(ml1, ml2, ml3, delay, dwell, points):
    """m/z of each point, and for its bins: the points' bins, and how many points a bin has.

    Spectra of one calibration share all of these.
    """
    key = (ml1, ml2, ml3, delay, dwell, points)
    if key not in axes:
        c = ml2 - (delay + np.arange(points) * dwell)
        b = math.sqrt(1e12 / ml1)
        root = -c / b if ml3 == 0 else (-b + np.sqrt(b * b - 4 * ml3 * c)) / (2 * ml3)
        mz = root**2
        inside = (mz >= FIRST_EDGE) & (mz <= LAST_EDGE)
        # The last bin is closed on the right.
        bins = np.minimum(np.floor(mz[inside]).astype(np.int64) - FIRST_EDGE, BINS - 1)
        counts = np.bincount(bins, minlength=BINS)
        axes[key] = mz, inside, bins, counts
    return axes[key]


def snip(y, iterations=100):
    """The baseline: each pass from the values before it, with a window that shrinks."""
    before, after = y.copy(), y.copy()
    n = len(y)
    mean = np.empty(n)
    for p in range(min(iterations, (n - 1) // 2), 0, -1):
        m = mean[: n - 2 * p]
        np.add(before[: n - 2 * p], before[2 * p :], out=m)
        m *= 0.5
        np.minimum(before[p : n - p], m, out=after[p : n - p])
        before, after = after, before
    return before


def process(fid, fields):
    """From the bytes of a fid to its binned vector."""
    points = min(int(number(fields, "TD")), len(fid) // 4)
    kind = "<i4" if int(number(fields, "BYTORDA")) == 0 else ">i4"
    intensity = np.frombuffer(fid, kind, points).astype(np.float64)
    mz, inside, bins, counts = axis_of(
        *(number(fields, key) for key in ("ML1", "ML2", "ML3", "DELAY", "DW")), points
    )
    smooth = savgol_filter(np.sqrt(np.maximum(intensity, 0)), 21, 3)
    y = smooth - snip(smooth)
    current = np.trapezoid(y, mz) if hasattr(np, "trapezoid") else np.trapz(y, mz)
    if current == 0:
        return np.zeros(BINS)
    y /= current
    np.maximum(y, 0, out=y)
    sums = np.bincount(bins, y[inside], minlength=BINS)
    return np.divide(sums, counts, out=sums, where=counts > 0)


def acquisitions(path, share=0, shares=1):
    """The bytes of each fid and its parameter file, one after the other; or of one share of them."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        fids = [name for name in archive.namelist() if name.rpartition("/")[2] == "fid"]
        for name in fids[share::shares]:
            folder = name.rpartition("/")[0]
            if "__MACOSX" in folder or "/pdata/" in name:
                continue
            for parameters in (f"{folder}/acqu".lstrip("/"), f"{folder}/acqus".lstrip("/")):
                if parameters in names:
                    yield archive.read(name), parse_acqu(archive.read(parameters))
                    break


def seconds_since_process_start():
    """Wall time since the kernel started this process, from Linux's /proc; else None."""
    try:
        with open("/proc/self/stat") as stat:
            ticks = int(stat.read().rpartition(")")[2].split()[19])
        with open("/proc/uptime") as uptime:
            return float(uptime.read().split()[0]) - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return None


def process_share(work):
    """Processes one share of an archive, and tells how many spectra it had and how long the steps took."""
    path, share, shares, out = work
    processing = writing = 0.0
    spectra = 0
    for fid, fields in acquisitions(path, share, shares):
        begun = time.perf_counter()
        vector = process(fid, fields)
        done = time.perf_counter()
        processing += done - begun
        spectra += 1
        if out:
            # A uid comes from a file: only what can be no path stays of it.
            uid = re.sub(r"[^\w.-]", "_", fields["ID_raw"])
            vector.astype("<f8").tofile(os.path.join(out, f"{uid}.f64"))
            writing += time.perf_counter() - done
    return spectra, processing, writing


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("archives", nargs="+", metavar="ZIP")
    arguments.add_argument("--out", metavar="FOLDER", help="write each vector as <uid>.f64")
    arguments.add_argument("--processes", type=int, default=1, metavar="N", help="processes (1)")
    options = arguments.parse_args()
    if options.out:
        os.makedirs(options.out, exist_ok=True)

    imported = time.perf_counter()
    shares = [
        (archive, share, options.processes, options.out)
        for archive in options.archives
        for share in range(options.processes)
    ]
    if options.processes == 1:
        done = [process_share(work) for work in shares]
    else:
        with multiprocessing.Pool(options.processes) as pool:
            done = pool.map(process_share, shares, chunksize=1)
    spectra, processing, writing = (sum(values) for values in zip(*done))
    ended = time.perf_counter()
    json.dump(
        {
            "spectra": spectra,
            "processSeconds": seconds_since_process_start(),
            "importSeconds": imported - STARTED,
            "unzipAndProcessSeconds": ended - imported - writing,
            "processingSeconds": processing,
            "millisecondsPerSpectrum": 1000 * processing / spectra if spectra else None,
            "numpy": np.__version__,
            "python": sys.version.split()[0],
        },
        sys.stdout,
    )
    print()


if __name__ == "__main__":
    main()
