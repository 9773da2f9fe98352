import type { ImportColumn } from '../column.ts';

export const organizationColumn = (example = '青山镇松林村党支部'): ImportColumn => ({
  key: 'organization',
  title: '组织',
  kind: 'organization',
  required: true,
  note: '组织代码或全称，须在您的管理范围内；名称有重复时请填代码。',
  width: 26,
  also: ['组织名称', '党组织', '组织代码', '单位'],
  example,
});

/** Stands last; an exported row carries its number so that a correction finds its record. */
export const recordColumn: ImportColumn = {
  key: 'record',
  title: '记录号',
  kind: 'record',
  note: '由系统导出时带出，请勿改动；新增的行留空。',
  width: 10,
};

export const identityColumn: ImportColumn = {
  key: 'identity',
  title: '身份证号',
  kind: 'identity',
  note: '可不填。填了按此识别本人；系统加密保存。',
  width: 22,
  also: ['公民身份号码', '身份证号码', '居民身份证号'],
};

export const birthColumn: ImportColumn = {
  key: 'birth_on',
  title: '出生日期',
  kind: 'day',
  partial: 'first',
  note: '写成 1985-03-12；只写到月的按当月1日计。',
  width: 13,
  also: ['出生年月'],
};

/** To tell apart people of one name; left empty otherwise. */
export const personHints: readonly ImportColumn[] = [
  { ...identityColumn, note: '同一组织里有同名的人时填写，其余留空。' },
  { ...birthColumn, note: '同一组织里有同名的人时填写，其余留空。' },
];
