/** Parts of states by the state that ISO 3166-2 lists them under, names that may mean several, and names that are oftener something else. */

/** Regions by the state's code, separated by commas: provinces and republics that the news names by themselves. */
export const regions: Readonly<Record<string, string>> = {
  USA: 'Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Washington State, Guantanamo',
  RUS: 'Chechnya, Chechen Republic, Ichkeria, Dagestan, Ingushetia, North Ossetia, Kabardino-Balkaria, Tatarstan, Bashkortostan, Kalmykia, Yakutia, Siberia, Kaliningrad, Karelia, Kuril Islands, Sakhalin, Kursk, Belgorod',
  UKR: 'Crimea, Donbas, Donbass, Donetsk, Luhansk, Lugansk, Kherson, Zaporizhzhia, Zaporizhia, Kharkiv, Mariupol, Odesa, Odessa, Sevastopol, Bakhmut, Bucha',
  CHN: 'Tibet, Xinjiang, Inner Mongolia, Manchuria, Shanghai, Guangdong, Sichuan, Yunnan, Fujian',
  GBR: 'Northern Ireland, Ulster, Belfast',
  ESP: 'Catalonia, Basque Country, Galicia',
  CAN: 'Quebec, Ontario, British Columbia, Alberta, Manitoba, Saskatchewan, Nova Scotia',
  IRQ: 'Iraqi Kurdistan, Mosul, Basra, Fallujah, Kirkuk, Erbil, Najaf, Tikrit, Samarra',
  SYR: 'Aleppo, Idlib, Homs, Raqqa, Golan Heights, Golan, Kobani, Deir ez-Zor',
  PSE: 'East Jerusalem, Hebron, Jenin, Nablus, Rafah, Khan Younis, Gaza City, Bethlehem, Jericho',
  SDN: 'Darfur, South Kordofan, Kordofan, El Fasher',
  ETH: 'Tigray, Oromia, Ogaden, Amhara',
  COD: 'North Kivu, South Kivu, Kivu, Katanga, Ituri, Goma, Lubumbashi, Bukavu',
  NGA: 'Biafra, Niger Delta, Borno, Kano, Kaduna, Lagos',
  ZAF: 'Cape Town, KwaZulu-Natal, Transvaal, Soweto, Johannesburg',
  SOM: 'Puntland, Jubaland',
  IND: 'Sikkim, Jammu and Kashmir, Jammu, Punjab, Assam, Gujarat, Manipur, Nagaland, Ladakh, Tamil Nadu, Kerala, Bihar, Uttar Pradesh, Bengal, Mumbai, Bombay, Calcutta',
  PAK: 'Balochistan, Baluchistan, Waziristan, Khyber Pakhtunkhwa, Sindh, Azad Kashmir, Karachi, Lahore, Peshawar',
  LKA: 'Jaffna',
  MMR: 'Rakhine, Rakhine State, Kachin State, Shan State, Arakan, Yangon, Rangoon',
  IDN: 'Aceh, West Papua, West Timor, Irian Jaya, Bali, East Kalimantan, Maluku',
  PHL: 'Mindanao, Sulu, Jolo, Basilan',
  PNG: 'Bougainville',
  TZA: 'Zanzibar',
  AGO: 'Cabinda',
  TUR: 'Istanbul, Diyarbakir, Izmir, Turkish Kurdistan',
  AFG: 'Kandahar, Helmand, Herat, Kunduz, Mazar-i-Sharif, Jalalabad, Panjshir',
  LBN: 'Bekaa, Sidon, Baalbek',
  ISR: 'Galilee, Haifa, Negev, Eilat',
  EGY: 'Sinai, Suez, Sharm el-Sheikh',
  SAU: 'Mecca, Medina, Jeddah',
  LBY: 'Benghazi, Cyrenaica, Tripolitania, Misrata, Sirte',
  YEM: 'Aden, Hodeidah, Hadramaut, Marib',
  GEO: 'Ajaria, Adjara, Pankisi Gorge, Gori',
  AZE: 'Nakhchivan, Nakhichevan',
  MDA: 'Gagauzia',
  SRB: 'Vojvodina, Sandžak, Sandzak, Preševo Valley, Presevo Valley',
  HRV: 'Krajina, Slavonia, Vukovar, Dubrovnik',
  BIH: 'Srebrenica, Banja Luka, Mostar, Gorazde, Tuzla, Bihać, Bihac',
  FRA: 'Corsica, Brittany, Alsace, Strasbourg, Marseille',
  DEU: 'Bavaria, Saxony, Hamburg, Munich, Frankfurt',
  ITA: 'Sicily, Sardinia, South Tyrol, Lampedusa, Milan',
  BEL: 'Flanders, Wallonia',
  MEX: 'Chiapas, Oaxaca, Guerrero',
  VEN: 'Zulia',
  GUY: 'Essequibo',
  COL: 'Antioquia, Medellín, Medellin',
  JPN: 'Okinawa, Hokkaido, Senkaku Islands, Hiroshima',
  AUS: 'New South Wales, Queensland, Sydney, Melbourne',
  KHM: 'Preah Vihear',
  TLS: 'Dili',
  IRN: 'Khuzestan, Isfahan, Iranian Kurdistan, Bushehr, Natanz',
  MAR: 'Casablanca',
  ARE: 'Dubai, Sharjah, Fujairah, Ras al-Khaimah',
}

/** One of the actors that an ambiguous name may mean, and words elsewhere in the document that speak for it; `region` where it is a part of the state. */
export interface Sense {
  readonly code: string
  readonly cues: string
  readonly region?: boolean
}

/** Names whose meaning other names of the document decide. The first sense holds where none speaks, unless its code is empty: then the name stays unknown. */
export const ambiguous: readonly {
  readonly names: string
  readonly form: 'name' | 'adjective' | 'capital'
  readonly senses: readonly [Sense, Sense, ...Sense[]]
}[] = [
  {
    names: 'Georgia',
    form: 'name',
    senses: [
      { code: 'GEO', cues: 'Tbilisi, Abkhazia, South Ossetia, Georgian, Caucasus, Armenia, Azerbaijan, Batumi' },
      {
        code: 'USA',
        cues: 'Atlanta, Savannah, Augusta, Alabama, Florida, Tennessee, South Carolina, North Carolina, Mississippi',
        region: true,
      },
    ],
  },
  {
    names: 'Congo',
    form: 'name',
    senses: [
      { code: 'COG', cues: 'Brazzaville, Congo-Brazzaville, Republic of Congo, Republic of the Congo, Pointe-Noire' },
      {
        code: 'COD',
        cues: 'Kinshasa, DR Congo, DRC, Democratic Republic of Congo, Democratic Republic of the Congo, Congo-Kinshasa, Zaire, Goma, Kivu, North Kivu, South Kivu, Katanga, Ituri, Bukavu, Lubumbashi, M23, MONUC, MONUSCO',
      },
    ],
  },
  {
    names: 'Congolese',
    form: 'adjective',
    senses: [
      {
        code: 'COD',
        cues: 'Kinshasa, DR Congo, DRC, Democratic Republic of Congo, Democratic Republic of the Congo, Congo-Kinshasa, Zaire, Goma, Kivu, North Kivu, South Kivu, Katanga, Ituri, Bukavu, Lubumbashi, M23, MONUC, MONUSCO',
      },
      { code: 'COG', cues: 'Brazzaville, Congo-Brazzaville, Republic of Congo, Republic of the Congo, Pointe-Noire' },
    ],
  },
  {
    names: 'Korea',
    form: 'name',
    senses: [
      { code: '', cues: '' },
      { code: 'KOR', cues: 'South Korea, South Korean, South Koreans, ROK, Republic of Korea, Seoul' },
      {
        code: 'PRK',
        cues: 'North Korea, North Korean, North Koreans, DPRK, Democratic People’s Republic of Korea, Pyongyang',
      },
    ],
  },
  {
    names: 'Korean, Koreans',
    form: 'adjective',
    senses: [
      { code: '', cues: '' },
      { code: 'KOR', cues: 'South Korea, South Korean, South Koreans, ROK, Republic of Korea, Seoul' },
      {
        code: 'PRK',
        cues: 'North Korea, North Korean, North Koreans, DPRK, Democratic People’s Republic of Korea, Pyongyang',
      },
    ],
  },
  {
    names: 'Dominican, Dominicans',
    form: 'adjective',
    senses: [
      { code: 'DOM', cues: 'Dominican Republic, Santo Domingo, Haiti, Haitian' },
      { code: 'DMA', cues: 'Dominica, Roseau' },
    ],
  },
  {
    names: 'Brussels',
    form: 'capital',
    senses: [
      { code: 'EUR', cues: 'EU, European Union, European Commission, European Council, European Parliament' },
      { code: 'BEL', cues: 'Belgium, Belgian, Belgians, Antwerp, Flanders, Wallonia' },
    ],
  },
  {
    names: 'Macedonia',
    form: 'name',
    senses: [
      { code: 'MKD', cues: 'Skopje, North Macedonia, FYROM' },
      { code: 'GRC', cues: 'Thessaloniki, Salonika, Thrace', region: true },
    ],
  },
  {
    names: 'Samoan, Samoans',
    form: 'adjective',
    senses: [
      { code: 'WSM', cues: 'Samoa, Western Samoa, Apia' },
      { code: 'ASM', cues: 'American Samoa, Pago Pago' },
    ],
  },
  {
    names: 'RK',
    form: 'name',
    senses: [
      { code: '', cues: '' },
      { code: 'KOR', cues: 'ROK, Republic of Korea, South Korea, South Korean, Seoul' },
      { code: 'KAZ', cues: 'Kazakhstan, Republic of Kazakhstan, Kazakh, Astana, Nur-Sultan, Almaty' },
    ],
  },
  {
    names: 'New Guinea',
    form: 'name',
    senses: [
      { code: '', cues: '' },
      { code: 'PNG', cues: 'Papua New Guinea, Port Moresby, Bougainville' },
      { code: 'IDN', cues: 'Indonesia, Indonesian, West Papua, Irian Jaya, Jayapura', region: true },
    ],
  },
  {
    names: 'Virgin Islands',
    form: 'name',
    senses: [
      { code: '', cues: '' },
      { code: 'VIR', cues: 'US Virgin Islands, U.S. Virgin Islands, United States Virgin Islands, Charlotte Amalie' },
      { code: 'VGB', cues: 'British Virgin Islands, Road Town, Tortola' },
    ],
  },
  {
    names: 'Punjab',
    form: 'name',
    senses: [
      { code: 'IND', cues: 'India, Indian, Amritsar, Chandigarh, Sikh', region: true },
      { code: 'PAK', cues: 'Pakistan, Pakistani, Lahore, Multan, Rawalpindi', region: true },
    ],
  },
  {
    names: 'Kashmir',
    form: 'name',
    senses: [
      { code: '', cues: '' },
      { code: 'IND', cues: 'Srinagar, Jammu, Jammu and Kashmir', region: true },
      { code: 'PAK', cues: 'Muzaffarabad, Azad Kashmir', region: true },
    ],
  },
  {
    names: 'Tripoli',
    form: 'capital',
    senses: [
      { code: 'LBY', cues: 'Libya, Libyan, Libyans, Benghazi' },
      { code: 'LBN', cues: 'Lebanon, Lebanese, Beirut', region: true },
    ],
  },
]

/** Waters and lands that bear the name of a state and are not that state: "drills in the South China Sea" name no China. */
export const borneNames = 'Congo Basin, Lake Chad Basin, Jordan Valley, Indochinese Peninsula, Brazil Current'

/** Names that stand for several states together. */
export const together: Readonly<Record<string, readonly string[]>> = {
  Koreas: ['PRK', 'KOR'],
  'Baltic States': ['EST', 'LVA', 'LTU'],
  'Baltic Republics': ['EST', 'LVA', 'LTU'],
  Baltics: ['EST', 'LVA', 'LTU'],
  Benelux: ['BEL', 'NLD', 'LUX'],
  Guineas: ['GIN', 'GNB', 'GNQ'],
  Samoas: ['WSM', 'ASM'],
  'Nordic Countries': ['DNK', 'FIN', 'ISL', 'NOR', 'SWE'],
  'South Caucasus States': ['ARM', 'AZE', 'GEO'],
  Congos: ['COD', 'COG'],
  Sudans: ['SDN', 'SSD'],
  Germanys: ['DEU', 'DDR'],
  Germanies: ['DEU', 'DDR'],
  Yemens: ['YEM', 'YMD'],
  Vietnams: ['VDR', 'RVN'],
}

/** Capitals that are far oftener a person, a thing or another place: taken as the state's only where the document names the state. */
export const notMetonyms: ReadonlySet<string> = new Set([
  'victoria',
  'san jose',
  'san juan',
  'santiago',
  'georgetown',
  'kingston',
  'jamestown',
  'st george s',
  'stanley',
  'hamilton',
  'douglas',
  'road town',
  'valletta',
  'male',
  'castries',
  'roseau',
  'nassau',
  'sucre',
  'alofi',
  'the valley',
  'plymouth',
  'saint john s',
  'apia',
  'gustavia',
  'marigot',
  'new york',
  'geneva',
  'vienna',
  'singapore',
  'panama city',
  'saint pierre',
  'freetown',
  'philipsburg',
  'funafuti',
  'melekeok',
  'banjul',
  'majuro',
  'george town',
  'west island',
  'the bottom',
  'saint denis',
  'fort de france',
  'city of victoria',
  'diego garcia',
])

/** Demonyms and names of the packages that would be taken for other words. */
export const notNames: ReadonlySet<string> = new Set([
  'us',
  'man',
  'do',
  'in',
  'is',
  'it',
  'no',
  'at',
  'be',
  'my',
  'so',
  'am',
  'as',
  'to',
  'me',
  'ad',
  'channel islander',
  'islander',
  'polynesian',
  'indian ocean',
  'korean',
  'virgin islander',
  'north',
  'south',
  'saint',
  'republic',
  'the republic',
  'congolese',
  'dominican',
  'samoan',
  'home island',
])
