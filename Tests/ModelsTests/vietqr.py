"""VietQR payloads, written from the specification and not from the Swift code: the oracle of VietQRTests.

Reads bank, account, amount, purpose and bill (may be empty), tab-separated, a transfer a line.
"""
import binascii
import sys


def tlv(*pairs):
    return "".join(f"{tag:02d}{len(value):02d}{value}" for tag, value in pairs)


for line in open(sys.argv[1], encoding="ascii"):
    bank, account, amount, purpose, bill = line.rstrip("\n").split("\t")
    merchant = tlv((0, "A000000727"), (1, tlv((0, bank), (1, account))), (2, "QRIBFTTA"))
    more = tlv(*([(1, bill)] if bill else []), (8, purpose))
    text = tlv((0, "01"), (1, "12"), (38, merchant), (53, "704"), (54, amount), (58, "VN"), (62, more)) + "6304"
    print(text + f"{binascii.crc_hqx(text.encode(), 0xFFFF):04X}")
