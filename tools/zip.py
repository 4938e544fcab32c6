"""Zips a folder with the files' modes, and with their times in UTC: unzipping in another time zone must not change them."""
import pathlib
import struct
import sys
import time
import zipfile

folder, archive = map(pathlib.Path, sys.argv[1:])
with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        status = file.stat()
        entry = zipfile.ZipInfo(str(file.relative_to(folder.parent)), time.gmtime(status.st_mtime)[:6])
        entry.external_attr = status.st_mode << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        # The extended timestamp (0x5455): flags, seconds since 1970.
        entry.extra = struct.pack("<HHBl", 0x5455, 5, 1, int(status.st_mtime))
        out.writestr(entry, file.read_bytes())
