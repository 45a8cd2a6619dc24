"""Run a TCP proxy that lets so many bytes a second through: `throttle.py PORT_TO BYTES_PER_SECOND`.

Prints `READY PORT`.
"""

from __future__ import annotations

import asyncio
import sys

_BLOCK = 256 * 1024


async def main(port: int, rate: float) -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(
            _carry(reader, far_writer, rate), _carry(far_reader, writer, rate), return_exceptions=True
        )

    server = await asyncio.start_server(serve, "127.0.0.1", 0, limit=_BLOCK)
    sys.stdout.write(f"READY {server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, rate: float) -> None:
    """Pass on each block once those before it have had their time; what the proxy itself takes counts for nothing."""
    loop = asyncio.get_running_loop()
    free_at = loop.time()
    while block := await reader.read(_BLOCK):
        free_at = max(free_at, loop.time() - 0.05) + len(block) / rate
        writer.write(block)
        await writer.drain()
        await asyncio.sleep(max(0.0, free_at - loop.time()))
    writer.close()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
