import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Finding } from './finding.ts';

const gigabyte = 1024 ** 3;

/** Node, platform, memory, data folder, disk and clock. */
export function checkMachine(dataFolder: string): Finding[] {
  return [checkNode(), checkPlatform(), checkFolder(dataFolder), checkDisk(dataFolder), checkClock()];
}

function checkNode(): Finding {
  const good = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    name: 'node',
    title: 'Node',
    good,
    text: `${process.version}${good ? '' : '，需要 24 或更新的版本'}`,
  };
}

function checkPlatform(): Finding {
  const memory = (totalmem() / gigabyte).toFixed(1);
  const user = process.getuid?.() === 0 ? 'root（数据库借用普通用户运行）' : '普通用户';
  return {
    name: 'platform',
    title: '系统',
    good: true,
    text: `${process.platform}-${process.arch}，内存 ${memory} GB，${user}`,
  };
}

function checkFolder(folder: string): Finding {
  const title = '数据文件夹';
  try {
    accessSync(findExisting(folder), constants.W_OK);
    return {
      name: 'data',
      title,
      good: true,
      text: existsSync(folder) ? folder : `${folder}（首次启动时建立）`,
    };
  } catch {
    return {
      name: 'data',
      title,
      good: false,
      text: `${folder} 不可写，请更改权限或用 HUJIAN_DATA 换一个文件夹`,
    };
  }
}

function checkDisk(folder: string): Finding {
  const disk = statfsSync(findExisting(folder));
  const free = (disk.bavail * disk.bsize) / gigabyte;
  const good = free >= 1;
  const text = `剩余 ${free.toFixed(1)} GB${good ? '' : '，少于 1 GB，请腾出空间'}`;
  return { name: 'disk', title: '磁盘', good, text };
}

/** Everything here is judged by days: a clock of another year would judge wrongly without a word. */
function checkClock(): Finding {
  const now = new Date();
  const good = now.getFullYear() >= 2026;
  const shown = now.toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  return { name: 'clock', title: '时钟', good, text: `北京时间 ${shown}${good ? '' : '，明显不对，请校准'}` };
}

function findExisting(folder: string): string {
  let path = folder;
  while (!existsSync(path) && path !== dirname(path)) path = dirname(path);
  return path;
}
