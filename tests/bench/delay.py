"""Run a TCP proxy that holds every byte back, as a distant server would: `delay.py PORT_TO SECONDS_ONE_WAY`.

Prints `READY PORT`. Runs in a process of its own, since not every kernel has netem.
"""

from __future__ import annotations

import asyncio
import sys

_BLOCK = 256 * 1024


async def main(port: int, one_way: float) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(
            _carry(reader, far_writer, one_way), _carry(far_reader, writer, one_way), return_exceptions=True
        )

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    sys.stdout.write(f"READY {server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, one_way: float) -> None:
    """Pass on each block when its time has come; later blocks are read meanwhile."""
    loop = asyncio.get_running_loop()
    while block := await reader.read(_BLOCK):
        loop.call_later(one_way, writer.write, block)
    loop.call_later(one_way, writer.close)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
