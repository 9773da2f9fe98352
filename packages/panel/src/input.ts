import { z } from 'zod';

/** Names may be anything that can be read on one line. */
const name = z
  .string()
  .min(1, '不能是空的')
  .max(200, '不能超过 200 个字')
  .refine((text) => !/\p{Cc}/u.test(text), '不能有控制字符');
const number = z.number('应是一个数');
const day = z.iso.date('应是 2026-09-01 这样的日期');

const rating = z.strictObject({
  panelist: name,
  unit: name,
  item: name,
  score: number,
  home: name.optional(),
});

/** What `analyse` takes; a score outside the scale is not refused but left out with a warning. */
export const analyseInput = z.strictObject({
  scale: z
    .tuple([number, number], '应是 [最低分, 最高分]')
    .refine(([lowest, highest]) => lowest < highest, '最低分应小于最高分'),
  ratings: z.array(rating, '应是一个列表').max(1_000_000, '不能超过一百万个评分'),
  parents: z.record(name, name).optional(),
});

const planUnit = z
  .strictObject({
    id: name,
    parent: name.nullish(),
    class: name.nullish(),
    lat: number.min(-90, '应在 -90 到 90 之间').max(90, '应在 -90 到 90 之间').nullish(),
    lon: number.min(-180, '应在 -180 到 180 之间').max(180, '应在 -180 到 180 之间').nullish(),
    risk: number.min(0, '不能小于 0').nullish(),
  })
  .refine(({ id, parent }) => id !== parent, { error: '不能是自己的上级', path: ['parent'] });

const unique = (what: string) => (list: readonly string[], context: z.RefinementCtx<unknown>) => {
  const seen = new Set<string>();
  for (const one of list) {
    if (seen.has(one)) context.addIssue({ code: 'custom', message: `${what}“${one}”写了两次` });
    seen.add(one);
  }
};

/** What `plan` takes. */
export const planInput = z.strictObject({
  units: z
    .array(planUnit, '应是一个列表')
    .max(2000, '不能超过 2000 个单位')
    .superRefine((list, context) =>
      unique('单位')(
        list.map(({ id }) => id),
        context,
      ),
    ),
  panelists: z
    .array(
      z.strictObject({
        id: name,
        home: name.nullish(),
        unavailable: z.array(day, '应是一个列表').max(400).optional(),
      }),
      '应是一个列表',
    )
    .max(500, '不能超过 500 名评议人')
    .superRefine((list, context) =>
      unique('评议人')(
        list.map(({ id }) => id),
        context,
      ),
    ),
  days: z
    .array(day, '应是一个列表')
    .min(1, '至少要有一天')
    .max(100, '不能超过 100 天')
    .superRefine((list, context) => unique('日期')(list, context)),
  perVisit: z.int('应是整数').min(1, '至少是 1').max(20, '不能超过 20'),
  perDay: z.int('应是整数').min(1, '至少是 1').max(20, '不能超过 20'),
  seed: z.string('应是一段文字').max(1000, '不能超过 1000 个字'),
});

/** What `draw` takes. */
export const drawInput = z.strictObject({
  units: z
    .array(
      z.strictObject({
        id: name,
        risk: number.min(0, '不能小于 0').max(1000, '不能超过 1000').optional(),
        waited: z.int('应是整数').min(0, '不能小于 0').max(1000, '不能超过 1000').optional(),
      }),
      '应是一个列表',
    )
    .max(100_000, '不能超过十万个单位')
    .superRefine((list, context) =>
      unique('单位')(
        list.map(({ id }) => id),
        context,
      ),
    ),
  count: z.int('应是整数').min(0, '不能小于 0'),
  every: z.int('应是整数').min(1, '至少是 1').max(100, '不能超过 100').optional(),
  seed: z
    .string('应是一段文字')
    .min(16, '至少要有 16 个字，短的种子可以从事先公布的 SHA-256 猜出来')
    .max(1000, '不能超过 1000 个字'),
  beacon: z.string('应是一段文字').max(1000, '不能超过 1000 个字').optional(),
  overrides: z
    .array(z.strictObject({ unit: name, act: z.enum(['add', 'remove'], '应是 add 或 remove'), reason: name }))
    .max(100_000)
    .optional(),
});
