"""Ethernet frames for the ping image, and what they look like when answered."""

import struct

HOST_MAC = bytes.fromhex("020000000001")
BROADCAST = b"\xff" * 6


def address(text):
    return bytes(int(part) for part in text.split("."))


def checksum(data):
    total = sum(struct.unpack(f">{len(data) // 2}H", data))
    total = (total & 0xffff) + (total >> 16)
    return ~(total + (total >> 16)) & 0xffff


def arp_request(source, target):
    return (BROADCAST + HOST_MAC + b"\x08\x06"
            + struct.pack(">HHBBH", 1, 0x0800, 6, 4, 1)
            + HOST_MAC + address(source) + bytes(6) + address(target))


def arp_answer(frame):
    """The MAC that an answer names, or None for any other frame."""
    if frame[12:14] != b"\x08\x06" or frame[20:22] != b"\x00\x02":
        return None
    return frame[22:28]


def ping(mac, source, target, sequence, payload):
    head = struct.pack(">BBHHH", 8, 0, 0, 1, sequence)
    head = struct.pack(">BBHHH", 8, 0, checksum(head + payload), 1, sequence)
    size = 20 + len(head) + len(payload)
    ip = struct.pack(">BBHHHBBH4s4s", 0x45, 0, size, 0, 0, 64, 1, 0,
                     address(source), address(target))
    ip = ip[:10] + struct.pack(">H", checksum(ip)) + ip[12:]
    return mac + HOST_MAC + b"\x08\x00" + ip + head + payload


def pong(frame):
    """(sequence, payload) of a good answer to a ping, or None."""
    if frame[12:14] != b"\x08\x00" or len(frame) < 42 or frame[34] != 0:
        return None
    if checksum(frame[14:34]) != 0 or checksum(frame[34:]) != 0:
        return None
    return struct.unpack(">H", frame[40:42])[0], frame[42:]


class Pinger:
    """One host on a network: a socket that moves whole frames."""

    def __init__(self, sock, source, target):
        self.sock, self.source, self.target = sock, source, target
        sock.settimeout(30)
        sock.send(arp_request(source, target))
        self.mac = self.receive(arp_answer)

    def receive(self, meaning):
        while True:
            found = meaning(self.sock.recv(65536))
            if found is not None:
                return found

    def ping(self, sequence, payload):
        self.sock.send(ping(self.mac, self.source, self.target, sequence,
                            payload))

    def pings(self, count, payload, window=16):
        """Sends so many, some at once, and checks each answer."""
        for first in range(0, count, window):
            batch = range(first, min(first + window, count))
            for sequence in batch:
                self.ping(sequence & 0xffff, payload)
            for sequence in batch:
                got = self.receive(pong)
                assert got == (sequence & 0xffff, payload), (sequence, got)
