import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface Answer {
  status: number;
  text: string;
}

/**
 * A telephone's line to the program: HTTP/1.1 over a socket that stays open, and nothing else, because the five hundred
 * telephones of the measurement share the processors of the machine that is measured.
 */
export interface Line {
  post(path: string, type: string, body: Buffer): Promise<Answer>;
  end(): void;
}

export async function openLine(address: string, cookie: string): Promise<Line> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await once(socket, 'connect');
  return {
    post: async (path, type, body) => {
      const head = `POST /api${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n\r\n`;
      socket.cork();
      socket.write(head);
      socket.write(body);
      socket.uncork();
      return readAnswer(socket);
    },
    end: () => socket.destroy(),
  };
}

const endOfHead = Buffer.from('\r\n\r\n');

/** The program always says how long its answer is. */
function readAnswer(socket: Socket): Promise<Answer> {
  return new Promise((done, failed) => {
    let got: Buffer[] = [];
    let missing: number | undefined;
    let status = 0;
    const leave = () => {
      socket.off('data', take);
      socket.off('error', refuse);
      socket.off('close', refuse);
    };
    const refuse = (thrown: unknown) => {
      leave();
      failed(thrown instanceof Error ? thrown : new Error('the line was cut'));
    };
    const take = (part: Buffer) => {
      got.push(part);
      if (missing === undefined) {
        const all = Buffer.concat(got);
        const end = all.indexOf(endOfHead);
        if (end < 0) return;
        const head = all.toString('latin1', 0, end);
        status = Number(head.slice(9, 12));
        const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
        if (length === undefined) return refuse(new Error(`an answer without its length: ${head}`));
        got = [all.subarray(end + endOfHead.length)];
        missing = Number(length) - (got[0]?.length ?? 0);
      } else missing -= part.length;
      if (missing > 0) return;
      leave();
      done({ status, text: Buffer.concat(got).toString('utf8') });
    };
    socket.on('data', take);
    socket.on('error', refuse);
    socket.on('close', refuse);
  });
}
