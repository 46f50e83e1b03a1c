"""Two TUN devices with a bad road between them: packets are lost, doubled and overtake each other.

Usage: lossy-tunnel.py NAMESPACE FAR_DEVICE FAR_ADDRESS NEAR_DEVICE NEAR_ADDRESS SEED LOSS REORDER DOUBLE [LARGEST]
The far device goes into a network namespace of its own, the near one stays. Packets above LARGEST bytes vanish without a
word, as in an MTU black hole. Says "ready", runs until standard input ends, then says what it did to the packets.
"""
import fcntl
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN = 0x0001
IFF_NO_PI = 0x1000
HOLD = 0.03


def tun(name):
    device = os.open("/dev/net/tun", os.O_RDWR)
    fcntl.ioctl(device, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN | IFF_NO_PI))
    return device


def ip(*words):
    subprocess.run(["ip", *words], check=True)


def main():
    space, far_name, far_address, near_name, near_address = sys.argv[1:6]
    chance = random.Random(int(sys.argv[6]))
    loss, reorder, double = (float(word) for word in sys.argv[7:10])
    largest = int(sys.argv[10]) if len(sys.argv) > 10 else 65536
    told = {"passed": 0, "lost": 0, "doubled": 0, "overtaken": 0, "too-large": 0}
    ip("netns", "add", space)
    try:
        far, near = tun(far_name), tun(near_name)
        ip("link", "set", far_name, "netns", space)
        ip("-n", space, "addr", "add", far_address, "peer", near_address, "dev", far_name)
        ip("-n", space, "link", "set", far_name, "up")
        ip("addr", "add", near_address, "peer", far_address, "dev", near_name)
        ip("link", "set", near_name, "up")
        print("ready", flush=True)
        held = []
        while True:
            wait = max(0.0, min((when for when, _, _ in held), default=60.0 + time.monotonic()) - time.monotonic())
            ready, _, _ = select.select([far, near, sys.stdin], [], [], wait)
            if sys.stdin in ready and not sys.stdin.read(1):
                break
            for source, target in ((far, near), (near, far)):
                if source not in ready:
                    continue
                packet = os.read(source, 65536)
                if packet[0] >> 4 != 4:
                    continue
                if len(packet) > largest:
                    told["too-large"] += 1
                elif chance.random() < loss:
                    told["lost"] += 1
                elif chance.random() < reorder:
                    told["overtaken"] += 1
                    held.append((time.monotonic() + HOLD, target, packet))
                else:
                    os.write(target, packet)
                    told["passed"] += 1
                    if chance.random() < double:
                        told["doubled"] += 1
                        os.write(target, packet)
            now = time.monotonic()
            for one in [one for one in held if one[0] <= now]:
                held.remove(one)
                os.write(one[1], one[2])
    finally:
        subprocess.run(["ip", "netns", "del", space], check=False)
    print(" ".join(f"{key}={value}" for key, value in told.items()), flush=True)


main()
