with recursive place as materialized (select distinct on (s.county, s.organization) s.county, s.organization, s.unit, o.path, s.form, s.kind,
    s.level, s.parent, s.name, o.founded_on, s.valid_until
  from organization o join organization_span s on s.county = o.county and s.organization = o.id
  where "o"."path" >= $1 and "o"."path" < $2 and s.valid_from <= $3::date
  order by s.county, s.organization, s.valid_from desc),
judged as materialized (select p.* from place p
  where coalesce(p.unit = p.organization, false) and (p.valid_until is null or p.valid_until > $4::date)
    and coalesce(p.form = any($5::text[]), false)),
above as materialized (select j.unit, cardinality(part.ids) - n.n as depth,
    ((array_to_string(part.ids[1:n.n], '.') || '.') collate "C") as path
  from judged j cross join lateral (select string_to_array(rtrim(j.path, '.'), '.') as ids) part
    cross join lateral generate_series(1, cardinality(part.ids)) n(n)),
kept_fact as materialized (select b.unit, json_agg(json_build_array(r.register, r.kept_from, r.kept_until)
    order by r.register, r.kept_from, r.id) as v
  from above b join register_span r on r.path = b.path where "r"."entered_at" <= $6::timestamptz and ("r"."withdrawn_at" is null or "r"."withdrawn_at" > $7::timestamptz) group by b.unit),
term as materialized (select j.unit, max(a.happened_on) as since
  from judged j join activity a on a.county = j.county and a.organization = j.organization
  where a.kind = 're-election' and a.happened_on <= $8::date and "a"."path" >= $9 and "a"."path" < $10 and "a"."entered_at" <= $11::timestamptz and ("a"."withdrawn_at" is null or "a"."withdrawn_at" > $12::timestamptz)
  group by j.unit),
version as materialized (select k.id as was, x.id as now
  from person k join person x on x.county = k.county and x.organization = k.organization and x.source_key = k.source_key
  where "k"."path" >= $13 and "k"."path" < $14 and "x"."path" >= $15 and "x"."path" < $16 and x.id <> k.id
    and k.withdrawn_at <= $17::timestamptz and "x"."entered_at" <= $18::timestamptz and ("x"."withdrawn_at" is null or "x"."withdrawn_at" > $19::timestamptz)),
activity_ask as materialized (select q.*, b.stretch from (select * from jsonb_to_recordset($20::jsonb) as q(probe int, slot int, word text, term boolean, since date, until date, by text, apart text, theme text,
  tag text, stages text[], grades text[], concentrated boolean, months int[], complete boolean, minimum numeric, holds text[])) q
    cross join lateral unnest(array(select generate_series(((coalesce(q.since, (select min(since) from term)) - date '2000-01-01') >> 5), ((coalesce(q.until, $21::date) - date '2000-01-01') >> 5)))) b(stretch)),
activity_hit as (select p.unit, q.probe, q.slot,
    case q.by when 'group' then coalesce(a.party_group, case when p.form = 'group' then a.organization end)
      when 'host' then a.host end as subject,
    case q.apart when 'way' then a.way when 'title' then a.title when 'theme' then a.theme
      when 'day' then extract(day from a.happened_on)::int::text end as key,
    a.id, a.happened_on, a.title, a.kind, a.entered_at
  from activity a
    join place p on p.county = a.county and p.organization = a.organization
    left join term t on t.unit = p.unit
    
    join activity_ask q on q.word = a.kind and q.stretch = ((a.happened_on - date '2000-01-01') >> 5)
      and a.happened_on >= case when q.term then t.since else q.since end and a.happened_on <= coalesce(q.until, $22::date)
  where "a"."path" >= $23 and "a"."path" < $24 and a.kind = any($25::text[]) and a.happened_on <= $26::date
    and "a"."entered_at" <= $27::timestamptz and ("a"."withdrawn_at" is null or "a"."withdrawn_at" > $28::timestamptz)
    and (q.grades is null or "a"."grade" = any(q.grades))
    and (q.concentrated is null or "a"."concentrated" = q.concentrated)
    and (q.months is null or extract(month from "a"."happened_on")::int = any(q.months))
    and (q.theme is null or a.theme = q.theme)
    and (q.tag is null or q.tag = any(a.tags))
    and (q.complete is null or a.complete = q.complete)
    and (q.minimum is null or (a.due_count > 0 and a.attended_count >= q.minimum * a.due_count))
    and (q.stages is null or (q.stages <@ a.stages and array(select u.s from unnest(a.stages) with ordinality u(s, n)
      where u.s = any(q.stages) order by u.n) = q.stages))
    ),
activity_fact as materialized (select unit, json_agg(json_build_array(probe, slot, subject, key, n)) as v from (
    select unit, probe, slot, subject, key, count(*) as n from activity_hit group by unit, probe, slot, subject, key
  ) g group by unit),
person_hours as materialized (select e.person, sum(e.tenths) filter (where e.happened_on >= $29::date and e.happened_on <= $30::date)::int as "sum_0", sum(e.tenths) filter (where e.happened_on >= $31::date and e.happened_on <= $32::date)::int as "sum_1"
  from (select e.person, e.happened_on, e.grade, e.concentrated, e.kind, (e.hours * 10)::int as tenths
    from attendance e
    where e.hours is not null and e.happened_on >= $33::date and e.happened_on <= $34::date
      and "e"."entered_at" <= $35::timestamptz and ("e"."withdrawn_at" is null or "e"."withdrawn_at" > $36::timestamptz) and "e"."path" >= $37 and "e"."path" < $38 offset 0) e
  group by e.person),
moved_hours as materialized (select v.now as person, sum("r"."sum_0")::int as "sum_0", sum("r"."sum_1")::int as "sum_1"
  from version v join person_hours r on r.person = v.was group by v.now),
seat_person as materialized (select p.unit, s.county, coalesce(v.now, s.person) as person, bool_or(s.post <> 'reserve-cadre') as seated
    , min(s.held_from) filter (where s.post = any($39::text[])) as "since_0"
  from seat s
    join place p on p.county = s.county and p.organization = s.organization
    left join version v on v.was = s.person
  where "s"."path" >= $40 and "s"."path" < $41 and s.held_from <= $42::date and (s.held_until is null or s.held_until > $43::date)
    and "s"."entered_at" <= $44::timestamptz and ("s"."withdrawn_at" is null or "s"."withdrawn_at" > $45::timestamptz)
  group by p.unit, s.county, coalesce(v.now, s.person)),
seat_fact as materialized (select s.unit, to_json(array[count(*) filter (where "s"."since_0" is not null and (true)),
    0]::int[]) as v, null::json as h, null::json as sitting
  from seat_person s
    left join lateral (select y.*, s.seated, p.unit as home from person y
      left join place p on p.county = y.county and p.organization = y.organization
      where y.county = s.county and y.id = s.person and "y"."entered_at" <= $46::timestamptz and ("y"."withdrawn_at" is null or "y"."withdrawn_at" > $47::timestamptz)) x on true
    
  group by s.unit),
person_fact as materialized (select x.unit, to_json(array[count(*) filter (where coalesce(x.admitted_on >= $48::date and x.admitted_on <= $49::date and x.admitted_on <= $50::date
      and x.joined_on <= x.admitted_on and (x.left_on is null or x.left_on > x.admitted_on), false) and ((x.birth_on + make_interval(years => $51::int))::date > x.admitted_on)),
    count(*) filter (where coalesce(x.admitted_on >= $52::date and x.admitted_on <= $53::date and x.admitted_on <= $54::date
      and x.joined_on <= x.admitted_on and (x.left_on is null or x.left_on > x.admitted_on), false) and ((x.birth_on + make_interval(years => $55::int))::date > x.admitted_on) is null),
    count(*) filter (where coalesce(x.admitted_on >= $56::date and x.admitted_on <= $57::date and x.admitted_on <= $58::date
      and x.joined_on <= x.admitted_on and (x.left_on is null or x.left_on > x.admitted_on), false) and ((x.birth_on + make_interval(years => $59::int))::date > x.admitted_on)),
    count(*) filter (where coalesce(x.admitted_on >= $60::date and x.admitted_on <= $61::date and x.admitted_on <= $62::date
      and x.joined_on <= x.admitted_on and (x.left_on is null or x.left_on > x.admitted_on), false) and ((x.birth_on + make_interval(years => $63::int))::date > x.admitted_on) is null),
    count(*) filter (where coalesce(x.admitted_on >= $64::date and x.admitted_on <= $65::date and x.admitted_on <= $66::date
      and x.joined_on <= x.admitted_on and (x.left_on is null or x.left_on > x.admitted_on), false) and (true)),
    0,
    count(*) filter (where coalesce(x.admitted_on >= $67::date and x.admitted_on <= $68::date and x.admitted_on <= $69::date
      and x.joined_on <= x.admitted_on and (x.left_on is null or x.left_on > x.admitted_on), false) and (true)),
    0]::int[]) as v, to_json(array[count(*) filter (where x.here and coalesce("x"."admitted_on" <= $70::date, false) and (true) and not x.exempt_hours
      and x.joined_on <= $71::date),
    count(*) filter (where x.here and coalesce("x"."admitted_on" <= $72::date, false) and (true) and not x.exempt_hours
      and x.joined_on <= $73::date and (coalesce("h"."sum_0", 0) + coalesce("m"."sum_0", 0)) >= $74::numeric * 10),
    count(*) filter (where x.here and coalesce("x"."admitted_on" <= $75::date, false) and (true) and not x.exempt_hours
      and x.joined_on <= $76::date),
    count(*) filter (where x.here and coalesce("x"."admitted_on" <= $77::date, false) and (true) and not x.exempt_hours
      and x.joined_on <= $78::date and (coalesce("h"."sum_1", 0) + coalesce("m"."sum_1", 0)) >= $79::numeric * 10)]::int[]) as h
  from (select y.*, p.unit, false as seated,
      t.since as term,
      (y.joined_on <= $80::date and (y.left_on is null or y.left_on > $81::date)) as here
    from person y
      join place p on p.county = y.county and p.organization = y.organization
      
      left join term t on t.unit = p.unit
    where "y"."path" >= $82 and "y"."path" < $83 and "y"."entered_at" <= $84::timestamptz and ("y"."withdrawn_at" is null or "y"."withdrawn_at" > $85::timestamptz)) x
    left join person_hours h on h.person = x.id
    left join moved_hours m on m.person = x.id
  group by x.unit),
figure_ask as materialized (select * from jsonb_to_recordset($86::jsonb) as q(probe int, figure text, since date, until date, superior boolean, history boolean)),
figure_hit as (select j.unit, 0 as depth, q.probe, q.history, f.id, f.figure, f.counted_on, f.value, f.source, f.entered_at
  from figure f join judged j on j.county = f.county and j.organization = f.organization
    join figure_ask q on not q.superior and q.figure = f.figure and f.counted_on <= q.until and (q.since is null or f.counted_on >= q.since)
  where "f"."path" >= $87 and "f"."path" < $88 and "f"."entered_at" <= $89::timestamptz and ("f"."withdrawn_at" is null or "f"."withdrawn_at" > $90::timestamptz)),
figure_newest as (select * from (
    select h.*, row_number() over (partition by unit, probe, depth, case when history then counted_on end
      order by counted_on desc, id desc) as nth
    from figure_hit h
  ) n where nth = 1),
figure_fact as materialized (select unit, json_agg(json_build_array(probe, depth, counted_on, value)
    order by probe, depth, counted_on desc) as v
  from figure_newest group by unit),
document_ask as materialized (select * from jsonb_to_recordset($91::jsonb) as q(probe int, document text, on_day date, since date, until date)),
document_hit as (select p.unit, q.probe, d.id, d.document, d.title, d.held_from, d.entered_at
  from document d
    join place p on p.county = d.county and p.organization = d.organization
    join document_ask q on q.document = d.document
      and (q.on_day is null or (d.held_from <= q.on_day and (d.held_until is null or d.held_until > q.on_day)))
      and (q.since is null or (d.held_from >= q.since and d.held_from <= q.until))
  where "d"."path" >= $92 and "d"."path" < $93 and d.held_from <= $94::date and "d"."entered_at" <= $95::timestamptz and ("d"."withdrawn_at" is null or "d"."withdrawn_at" > $96::timestamptz)),
document_fact as materialized (select unit, json_agg(json_build_array(probe, n)) as v from (
    select unit, probe, count(*) as n from document_hit group by unit, probe
  ) g group by unit),
poll_ask as materialized (select * from jsonb_to_recordset($97::jsonb) as q(probe int, word text, since date, until date)),
poll_newest as (select distinct on (j.unit, q.probe) j.unit, q.probe, o.id, "o"."held_on" as on_day, o.entered_at, o.slips, o.satisfied, o.basically, o.dissatisfied
  from "poll" o
    join judged j on j.county = o.county and j.organization = o.organization
    join "poll_ask" q on q.word = "o"."about" and "o"."held_on" >= q.since and "o"."held_on" <= q.until
  where "o"."path" >= $98 and "o"."path" < $99 and "o"."entered_at" <= $100::timestamptz and ("o"."withdrawn_at" is null or "o"."withdrawn_at" > $101::timestamptz)
  order by j.unit, q.probe, "o"."held_on" desc, o.id desc),
poll_fact as materialized (select unit, json_agg(json_build_array(probe, on_day, slips, satisfied, basically, dissatisfied)) as v
  from "poll_newest" group by unit),
rating_ask as materialized (select * from jsonb_to_recordset($102::jsonb) as q(probe int, word text, since date, until date)),
rating_newest as (select distinct on (j.unit, q.probe) j.unit, q.probe, o.id, "o"."rated_on" as on_day, o.entered_at, o.score
  from "rating" o
    join judged j on j.county = o.county and j.organization = o.organization
    join "rating_ask" q on q.word = "o"."look" and "o"."rated_on" >= q.since and "o"."rated_on" <= q.until
  where "o"."path" >= $103 and "o"."path" < $104 and "o"."entered_at" <= $105::timestamptz and ("o"."withdrawn_at" is null or "o"."withdrawn_at" > $106::timestamptz)
  order by j.unit, q.probe, "o"."rated_on" desc, o.id desc),
rating_fact as materialized (select unit, json_agg(json_build_array(probe, on_day, score)) as v
  from "rating_newest" group by unit),
event_ask as materialized (select * from jsonb_to_recordset($107::jsonb) as q(probe int, slot int, word text, term boolean, since date, until date, standing boolean)),
lineage_of as (select j.unit, p.county, p.organization from judged j join place p on p.unit = j.unit
  union
  select l.unit, l.county, g.predecessor from lineage_of l
    join lineage g on g.county = l.county and g.organization = l.organization and g.happened_on <= $108::date),
event_hit as (select l.unit, q.probe, q.slot, e.id, e.event, e.happened_on, e.ended_on, e.organization, e.entered_at
  from lineage_of l
    join organization o on o.county = l.county and o.id = l.organization
    join event e on e.county = o.county and e.organization = o.id and e.path = o.path
    left join term t on t.unit = l.unit
    join event_ask q on q.word = e.event and case when q.standing then e.ended_on is null or e.ended_on > q.until
      else e.happened_on >= case when q.term then t.since else q.since end and e.happened_on <= coalesce(q.until, $109::date) end
  where e.happened_on <= $110::date and "e"."entered_at" <= $111::timestamptz and ("e"."withdrawn_at" is null or "e"."withdrawn_at" > $112::timestamptz)),
event_fact as materialized (select unit, json_agg(json_build_array(probe, slot, n)) as v from (
    select unit, probe, slot, count(*) as n from event_hit group by unit, probe, slot
  ) g group by unit)
select json_build_object('county', j.county, 'organization', j.organization, 'path', j.path, 'name', j.name,
  'form', j.form, 'kind', j.kind, 'level', j.level, 'parent', j.parent, 'founded', j.founded_on,
  'kept', "kept_fact"."v", 'term', "term"."since", 'groups', null::text, 'sitting', "seat_fact"."sitting", 'activities', "activity_fact"."v", 'attended', null::text, 'persons', "person_fact"."v", 'seats', "seat_fact"."v", 'hours', "person_fact"."h", 'seatHours', "seat_fact"."h", 'figures', "figure_fact"."v", 'documents', "document_fact"."v", 'polls', "poll_fact"."v", 'ratings', "rating_fact"."v", 'events', "event_fact"."v") as facts
from judged j
left join "kept_fact" on "kept_fact"."unit" = j.unit
left join "term" on "term"."unit" = j.unit
left join "activity_fact" on "activity_fact"."unit" = j.unit
left join "seat_fact" on "seat_fact"."unit" = j.unit
left join "person_fact" on "person_fact"."unit" = j.unit
left join "figure_fact" on "figure_fact"."unit" = j.unit
left join "document_fact" on "document_fact"."unit" = j.unit
left join "poll_fact" on "poll_fact"."unit" = j.unit
left join "rating_fact" on "rating_fact"."unit" = j.unit
left join "event_fact" on "event_fact"."unit" = j.unit
order by j.path

-- 112 parameters
