/**
 * Sentences with their trees, made for the tests of this stage: form/part of speech/head/relation for each word, with the verb's features where
 * they matter; "~" glues a word to the next, "‖" parts sentences. The sentences are our own.
 */
export const examples = {
  'said-that':
    'The/DET/2/det minister/NOUN/3/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past that/SCONJ/8/mark the/DET/6/det talks/NOUN/8/nsubj would/AUX/8/aux resume/VERB/3/ccomp in/ADP/10/case June/PROPN/8/obl~ ./PUNCT/3/punct',
  fronted:
    'The/DET/2/det talks/NOUN/4/nsubj will/AUX/4/aux resume/VERB/10/ccomp in/ADP/6/case June/PROPN/4/obl~ ,/PUNCT/4/punct the/DET/9/det minister/NOUN/10/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past~ ./PUNCT/10/punct',
  inverted:
    '“/PUNCT/5/punct~ We/PRON/5/nsubj will/AUX/5/aux not/PART/5/advmod sign/VERB/9/ccomp it/PRON/5/obj~ ,/PUNCT/5/punct~ ”/PUNCT/5/punct said/VERB/0/root/VerbForm=Fin|Tense=Past Anna/PROPN/9/nsubj Kowal/PROPN/10/flat~ ,/PUNCT/14/punct the/DET/14/det head/NOUN/10/appos of/ADP/17/case the/DET/17/det delegation/NOUN/14/nmod~ ./PUNCT/9/punct',
  middle:
    '“/PUNCT/4/punct~ We/PRON/4/nsubj will/AUX/4/aux stay/VERB/9/ccomp~ ,/PUNCT/4/punct~ ”/PUNCT/4/punct the/DET/8/det envoy/NOUN/9/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past~ ,/PUNCT/15/punct “/PUNCT/15/punct~ and/CCONJ/15/cc we/PRON/15/nsubj will/AUX/15/aux vote/VERB/4/conj~ ./PUNCT/4/punct~ ”/PUNCT/4/punct',
  continued:
    '“/PUNCT/4/punct~ We/PRON/4/nsubj will/AUX/4/aux stay/VERB/9/ccomp~ ,/PUNCT/4/punct~ ”/PUNCT/4/punct the/DET/8/det envoy/NOUN/9/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past~ ./PUNCT/9/punct “/PUNCT/13/punct~ Nobody/PRON/13/nsubj asked/VERB/9/ccomp/VerbForm=Fin|Tense=Past us/PRON/13/iobj to/PART/16/mark leave/VERB/13/xcomp~ ./PUNCT/4/punct~ ”/PUNCT/13/punct',
  mixed:
    'The/DET/2/det envoy/NOUN/3/nsubj called/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/5/det plan/NOUN/3/obj “/PUNCT/8/punct~ a/DET/8/det road/NOUN/3/xcomp to/ADP/10/case nowhere/ADV/8/nmod~ ”/PUNCT/8/punct and/CCONJ/13/cc urged/VERB/3/conj/VerbForm=Fin|Tense=Past both/DET/15/det sides/NOUN/13/iobj to/PART/17/mark meet/VERB/13/xcomp again/ADV/17/advmod~ ./PUNCT/3/punct',
  'mixed-clause':
    'The/DET/2/det spokesman/NOUN/3/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/5/det sanctions/NOUN/8/nsubj were/AUX/8/cop “/PUNCT/8/punct~ illegal/ADJ/3/ccomp~ ”/PUNCT/8/punct and/CCONJ/12/cc would/AUX/12/aux fail/VERB/8/conj~ ./PUNCT/3/punct',
  according:
    'According/VERB/4/case to/ADP/1/fixed the/DET/4/det ministry/NOUN/8/obl~ ,/PUNCT/4/punct the/DET/7/det ship/NOUN/8/nsubj left/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/10/det port/NOUN/8/obj on/ADP/12/case Monday/PROPN/8/obl~ ./PUNCT/8/punct',
  'according-end':
    'The/DET/2/det ship/NOUN/3/nsubj left/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/5/det port/NOUN/3/obj on/ADP/7/case Monday/PROPN/3/obl~ ,/PUNCT/12/punct according/VERB/12/case to/ADP/9/fixed a/DET/12/det report/NOUN/3/obl by/ADP/15/case the/DET/15/det ministry/NOUN/12/nmod~ ./PUNCT/3/punct',
  'noun-that':
    'The/DET/2/det claim/NOUN/10/nsubj by/ADP/4/case Norland/PROPN/2/nmod that/SCONJ/8/mark the/DET/7/det ship/NOUN/8/nsubj carried/VERB/2/acl/VerbForm=Fin|Tense=Past weapons/NOUN/8/obj surprised/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/12/det council/NOUN/10/obj~ ./PUNCT/10/punct',
  'noun-poss':
    'Moscow/PROPN/3/nmod:poss~ ’s/PART/1/case statement/NOUN/10/nsubj:pass that/SCONJ/8/mark the/DET/6/det pact/NOUN/8/nsubj is/AUX/8/cop defensive/ADJ/3/acl was/AUX/10/aux:pass repeated/VERB/0/root in/ADP/12/case Beijing/PROPN/10/obl~ ./PUNCT/10/punct',
  light:
    'The/DET/2/det council/NOUN/3/nsubj issued/VERB/0/root/VerbForm=Fin|Tense=Past a/DET/5/det warning/NOUN/3/obj that/SCONJ/10/mark the/DET/8/det truce/NOUN/10/nsubj could/AUX/10/aux collapse/VERB/5/acl~ ./PUNCT/3/punct',
  passive:
    'It/PRON/3/expl was/AUX/3/aux:pass stressed/VERB/0/root that/SCONJ/7/mark the/DET/6/det channel/NOUN/7/nsubj remains/VERB/3/ccomp/VerbForm=Fin|Tense=Pres open/ADJ/7/xcomp~ ./PUNCT/3/punct',
  'passive-agent':
    'The/DET/2/det strike/NOUN/4/nsubj:pass was/AUX/4/aux:pass condemned/VERB/0/root by/ADP/7/case the/DET/7/det union/NOUN/4/obl:agent~ ./PUNCT/4/punct',
  'in-statement':
    'In/ADP/3/case this/DET/3/det statement/NOUN/7/obl~ ,/PUNCT/3/punct it/PRON/7/nsubj:pass was/AUX/7/aux:pass emphasized/VERB/0/root~ :/PUNCT/11/punct “/PUNCT/11/punct~ We/PRON/11/nsubj stand/VERB/7/ccomp/VerbForm=Fin|Tense=Pres together/ADV/11/advmod~ ./PUNCT/11/punct~ ”/PUNCT/11/punct',
  expected:
    'The/DET/2/det king/NOUN/4/nsubj:pass is/AUX/4/aux:pass expected/VERB/0/root to/PART/6/mark visit/VERB/4/xcomp Oslo/PROPN/6/obj in/ADP/9/case May/PROPN/6/obl~ ./PUNCT/4/punct',
  nested:
    'The/DET/2/det agency/NOUN/3/nsubj reported/VERB/0/root/VerbForm=Fin|Tense=Past that/SCONJ/7/mark the/DET/6/det minister/NOUN/7/nsubj said/VERB/3/ccomp/VerbForm=Fin|Tense=Past the/DET/9/det border/NOUN/11/nsubj would/AUX/11/aux open/VERB/7/ccomp~ ./PUNCT/3/punct',
  participle:
    'The/DET/2/det general/NOUN/3/nsubj denied/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/5/det charge/NOUN/3/obj~ ,/PUNCT/7/punct adding/VERB/3/advcl that/SCONJ/12/mark his/PRON/10/nmod:poss troops/NOUN/12/nsubj had/AUX/12/aux left/VERB/7/ccomp~ ./PUNCT/3/punct',
  'as-said':
    'As/SCONJ/4/mark the/DET/3/det envoy/NOUN/4/nsubj said/VERB/9/advcl/VerbForm=Fin|Tense=Past~ ,/PUNCT/4/punct the/DET/7/det border/NOUN/9/nsubj:pass is/AUX/9/aux:pass closed/VERB/0/root~ ./PUNCT/9/punct',
  'as-told':
    'As/SCONJ/3/mark he/PRON/3/nsubj told/VERB/9/advcl/VerbForm=Fin|Tense=Past his/PRON/5/nmod:poss story/NOUN/3/obj~ ,/PUNCT/3/punct the/DET/8/det crowd/NOUN/9/nsubj left/VERB/0/root/VerbForm=Fin|Tense=Past~ ./PUNCT/9/punct',
  relative:
    'The/DET/2/det envoy/NOUN/11/nsubj~ ,/PUNCT/5/punct who/PRON/5/nsubj said/VERB/2/acl:relcl/VerbForm=Fin|Tense=Past the/DET/7/det plan/NOUN/9/nsubj had/AUX/9/aux failed/VERB/5/ccomp~ ,/PUNCT/2/punct left/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/13/det hall/NOUN/11/obj~ ./PUNCT/11/punct',
  poll: 'The/DET/2/det survey/NOUN/3/nsubj found/VERB/0/root/VerbForm=Fin|Tense=Past that/SCONJ/7/mark most/ADJ/6/amod voters/NOUN/7/nsubj want/VERB/3/ccomp/VerbForm=Fin|Tense=Pres peace/NOUN/7/obj~ ./PUNCT/3/punct',
  court:
    'The/DET/2/det court/NOUN/3/nsubj ruled/VERB/0/root/VerbForm=Fin|Tense=Past that/SCONJ/8/mark the/DET/6/det law/NOUN/8/nsubj was/AUX/8/cop void/ADJ/3/ccomp~ ./PUNCT/3/punct',
  vow: 'The/DET/3/det prime/ADJ/3/amod minister/NOUN/4/nsubj vowed/VERB/0/root/VerbForm=Fin|Tense=Past to/PART/6/mark send/VERB/4/xcomp more/ADJ/8/amod aid/NOUN/6/obj~ ./PUNCT/4/punct',
  'call-for':
    'Paris/PROPN/2/nsubj called/VERB/0/root/VerbForm=Fin|Tense=Past for/ADP/4/case restraint/NOUN/2/obl~ ./PUNCT/2/punct',
  'call-phone':
    'The/DET/2/det minister/NOUN/3/nsubj called/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/5/det embassy/NOUN/3/obj~ ./PUNCT/3/punct',
  falsely:
    'The/DET/2/det paper/NOUN/4/nsubj falsely/ADV/4/advmod claimed/VERB/0/root/VerbForm=Fin|Tense=Past that/SCONJ/9/mark the/DET/7/det treaty/NOUN/9/nsubj had/AUX/9/aux lapsed/VERB/4/ccomp~ ./PUNCT/4/punct',
  denied:
    'The/DET/2/det embassy/NOUN/3/nsubj denied/VERB/0/root/VerbForm=Fin|Tense=Past that/SCONJ/7/mark it/PRON/7/nsubj had/AUX/7/aux paid/VERB/3/ccomp him/PRON/7/iobj~ ./PUNCT/3/punct',
  scare:
    'The/DET/6/det so/ADV/4/advmod~ -/PUNCT/2/punct~ called/VERB/6/amod “/PUNCT/6/punct~ republic/NOUN/8/nsubj~ ”/PUNCT/6/punct has/VERB/0/root/VerbForm=Fin|Tense=Pres no/DET/10/det army/NOUN/8/obj~ ./PUNCT/8/punct',
  title:
    'He/PRON/2/nsubj published/VERB/0/root/VerbForm=Fin|Tense=Past an/DET/4/det article/NOUN/2/obj~ ,/PUNCT/9/punct “/PUNCT/9/punct~ The/DET/9/det Long/ADJ/9/amod Peace/PROPN/4/appos~ ,/PUNCT/9/punct~ ”/PUNCT/9/punct last/ADJ/13/amod year/NOUN/9/nmod:unmarked~ ./PUNCT/2/punct',
  allegedly:
    'The/DET/2/det ship/NOUN/4/nsubj allegedly/ADV/4/advmod carried/VERB/0/root/VerbForm=Fin|Tense=Past arms/NOUN/4/obj~ ./PUNCT/4/punct',
  confident:
    'The/DET/2/det premier/NOUN/4/nsubj is/AUX/4/cop confident/ADJ/0/root that/SCONJ/9/mark the/DET/7/det deal/NOUN/9/nsubj will/AUX/9/aux hold/VERB/4/ccomp~ ./PUNCT/4/punct',
  'colon-list':
    'The/DET/2/det ambassador/NOUN/3/nsubj made/VERB/0/root/VerbForm=Fin|Tense=Past a/DET/5/det number/NOUN/3/obj of/ADP/7/case remarks/NOUN/5/nmod~ :/PUNCT/12/punct The/DET/10/det channel/NOUN/12/nsubj is/AUX/12/cop open/ADJ/3/parataxis~ ./PUNCT/3/punct ‖ Trade/NOUN/3/nsubj has/AUX/3/aux grown/VERB/0/root~ ./PUNCT/3/punct',
  'lead-in':
    'The/DET/2/det president/NOUN/3/nsubj turned/VERB/0/root/VerbForm=Fin|Tense=Past to/ADP/6/case the/DET/6/det guests/NOUN/3/obl with/ADP/10/case the/DET/10/det following/VERB/10/amod words/NOUN/3/obl~ ./PUNCT/3/punct ‖ “/PUNCT/3/punct~ Peace/NOUN/3/nsubj has/VERB/0/root/VerbForm=Fin|Tense=Pres no/DET/5/det price/NOUN/3/obj~ ./PUNCT/3/punct~ ”/PUNCT/3/punct',
  unlisted:
    '“/PUNCT/7/punct~ Never/ADV/3/advmod again/ADV/7/advmod~ ,/PUNCT/7/punct~ ”/PUNCT/7/punct she/PRON/7/nsubj harrumphed/VERB/0/root/VerbForm=Fin|Tense=Past~ ./PUNCT/7/punct',
  'first-person':
    '“/PUNCT/3/punct~ I/PRON/3/nsubj think/VERB/11/ccomp/VerbForm=Fin|Tense=Pres we/PRON/6/nsubj will/AUX/6/aux win/VERB/3/ccomp~ ,/PUNCT/3/punct~ ”/PUNCT/3/punct the/DET/10/det general/NOUN/11/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past~ ./PUNCT/11/punct',
  coordinated:
    'The/DET/2/det ministry/NOUN/3/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past the/DET/5/det vote/NOUN/7/nsubj was/AUX/7/cop flawed/ADJ/3/ccomp and/CCONJ/9/cc warned/VERB/7/conj/VerbForm=Fin|Tense=Past against/ADP/11/case haste/NOUN/9/obl~ ./PUNCT/3/punct',
  showed:
    'The/DET/2/det envoy/NOUN/3/nsubj showed/VERB/0/root/VerbForm=Fin|Tense=Past restraint/NOUN/3/obj~ ./PUNCT/3/punct',
  'in-view':
    'In/ADP/3/case his/PRON/3/nmod:poss view/NOUN/7/obl~ ,/PUNCT/3/punct the/DET/6/det embargo/NOUN/7/nsubj hurts/VERB/0/root/VerbForm=Fin|Tense=Pres both/DET/9/det sides/NOUN/7/obj~ ./PUNCT/7/punct',
  'plans-according':
    'The/DET/2/det envoy/NOUN/3/nsubj plans/VERB/0/root to/PART/5/mark leave/VERB/3/xcomp~ ,/PUNCT/9/punct according/VERB/9/case to/ADP/7/fixed aides/NOUN/5/obl~ ./PUNCT/3/punct',
  'asked-first':
    'Asked/VERB/8/advcl/VerbForm=Part|Tense=Past about/ADP/4/case the/DET/4/det ships/NOUN/1/obl~ ,/PUNCT/1/punct the/DET/7/det spokesman/NOUN/8/nsubj said/VERB/0/root/VerbForm=Fin|Tense=Past none/PRON/11/nsubj had/AUX/11/aux sailed/VERB/8/ccomp~ ./PUNCT/8/punct',
  'noted-name':
    'The/DET/2/det talks/NOUN/4/nsubj had/AUX/4/aux failed/VERB/0/root~ ,/PUNCT/4/punct noted/VERB/4/parataxis/VerbForm=Fin|Tense=Past Dana/PROPN/6/obj Chin/PROPN/7/flat~ ./PUNCT/4/punct',
  'told-name':
    'The/DET/2/det talks/NOUN/4/nsubj had/AUX/4/aux failed/VERB/0/root~ ,/PUNCT/4/punct she/PRON/7/nsubj told/VERB/4/parataxis/VerbForm=Fin|Tense=Past Dana/PROPN/7/obj Chin/PROPN/8/flat~ ./PUNCT/4/punct',
  rule: 'The/DET/2/det charter/NOUN/3/nsubj bans/VERB/0/root/VerbForm=Fin the/DET/5/det use/NOUN/3/obj of/ADP/7/case force/NOUN/5/nmod~ ./PUNCT/3/punct',
  'rule-clause':
    'It/PRON/2/nsubj broke/VERB/0/root the/DET/4/det law/NOUN/2/obj requiring/VERB/4/acl/VerbForm=Part firms/NOUN/5/obj to/PART/8/mark leave/VERB/5/xcomp~ ./PUNCT/2/punct',
  'allowed-in':
    'The/DET/2/det guard/NOUN/3/nsubj allowed/VERB/0/root/VerbForm=Fin the/DET/5/det convoy/NOUN/3/obj in/ADV/3/advmod~ ./PUNCT/3/punct',
  pushed:
    'Norland/PROPN/2/nsubj pushed/VERB/0/root/VerbForm=Fin its/PRON/4/nmod:poss allies/NOUN/2/obj to/PART/6/mark condemn/VERB/2/advcl/VerbForm=Inf the/DET/8/det raid/NOUN/6/obj~ ./PUNCT/2/punct',
  'used-to':
    'Norland/PROPN/2/nsubj used/VERB/0/root/VerbForm=Fin the/DET/4/det summit/NOUN/2/obj to/PART/6/mark condemn/VERB/2/advcl/VerbForm=Inf the/DET/8/det raid/NOUN/6/obj~ ./PUNCT/2/punct',
  'fined-for':
    'The/DET/2/det court/NOUN/3/nsubj fined/VERB/0/root/VerbForm=Fin the/DET/5/det firm/NOUN/3/obj for/SCONJ/7/mark refusing/VERB/3/advcl to/PART/9/mark testify/VERB/7/xcomp~ ./PUNCT/3/punct',
  rumours:
    'Rumours/NOUN/5/nsubj of/ADP/4/case a/DET/4/det coup/NOUN/1/nmod reached/VERB/0/root/VerbForm=Fin Oslo/PROPN/5/obj~ ./PUNCT/5/punct',
  'criticism-of':
    'Criticism/NOUN/5/nsubj of/ADP/4/case the/DET/4/det plan/NOUN/1/nmod reached/VERB/0/root/VerbForm=Fin Oslo/PROPN/5/obj~ ./PUNCT/5/punct',
  so: 'The/DET/2/det mayor/NOUN/3/nsubj said/VERB/0/root/VerbForm=Fin so/ADV/3/advmod~ ./PUNCT/3/punct',
  'so-did':
    'The/DET/2/det mayor/NOUN/3/nsubj spoke/VERB/0/root/VerbForm=Fin so/ADV/5/advmod softly/ADV/3/advmod~ ./PUNCT/3/punct',
  'you-see':
    'You/PRON/3/nsubj can/AUX/3/aux see/VERB/0/root that/SCONJ/7/mark the/DET/6/det pact/NOUN/7/nsubj failed/VERB/3/ccomp~ ./PUNCT/3/punct',
  charged:
    'Prosecutors/NOUN/2/nsubj charged/VERB/0/root/VerbForm=Fin the/DET/4/det admiral/NOUN/2/obj with/ADP/6/case fraud/NOUN/2/obl~ ./PUNCT/2/punct',
  'charged-fee':
    'The/DET/2/det port/NOUN/3/nsubj charged/VERB/0/root/VerbForm=Fin the/DET/5/det ship/NOUN/3/obj for/ADP/7/case water/NOUN/3/obl~ ./PUNCT/3/punct',
  'two-sentences':
    'The/DET/2/det envoy/NOUN/3/nsubj said/VERB/0/root/VerbForm=Fin he/PRON/6/nsubj would/AUX/6/aux leave/VERB/3/ccomp~ ./PUNCT/6/punct The/DET/9/det mayor/NOUN/10/nsubj confirmed/VERB/6/parataxis/VerbForm=Fin this/PRON/10/obj~ ./PUNCT/3/punct',
  'relative-adding':
    'Lima/PROPN/2/nsubj met/VERB/0/root/VerbForm=Fin the/DET/4/det envoy/NOUN/2/obj who/PRON/6/nsubj said/VERB/4/acl:relcl/VerbForm=Fin|Tense=Past it/PRON/8/nsubj failed/VERB/6/ccomp~ ,/PUNCT/10/punct adding/VERB/2/advcl that/SCONJ/14/mark nobody/PRON/14/nsubj had/AUX/14/aux lied/VERB/10/ccomp~ ./PUNCT/2/punct',
} as const
