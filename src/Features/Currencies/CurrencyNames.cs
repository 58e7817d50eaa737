namespace MyBudget.Features.Currencies;

/// <summary>What currencies are called in the languages of the product.</summary>
internal static class CurrencyNames
{
    private const string English = """
        AED United Arab Emirates dirham | AFN Afghani | ALL Albanian lek | AMD Armenian dram
        ANG Netherlands Antillean guilder (until 2025) | AOA Angolan kwanza | ARS Argentine peso | AUD Australian dollar
        AWG Aruban florin | AZN Azerbaijani manat | BAM Bosnia and Herzegovina convertible mark | BBD Barbados dollar
        BDT Bangladeshi taka | BGN Bulgarian lev (until 2025) | BHD Bahraini dinar | BIF Burundian franc | BMD Bermudian dollar
        BND Brunei dollar | BOB Bolivian boliviano | BOV Bolivian mvdol | BRL Brazilian real | BSD Bahamian dollar
        BTN Bhutanese ngultrum | BWP Botswana pula | BYN Belarusian ruble | BYR Belarusian ruble (until 2016) | BZD Belize dollar
        CAD Canadian dollar | CDF Congolese franc | CHE WIR euro | CHF Swiss franc | CHW WIR franc | CLF Chilean unit of account
        CLP Chilean peso | CNY Chinese yuan | COP Colombian peso | COU Colombian unit of real value | CRC Costa Rican colón
        CUC Cuban convertible peso (until 2021) | CUP Cuban peso | CVE Cape Verdean escudo | CZK Czech koruna | DJF Djiboutian franc
        DKK Danish krone | DOP Dominican peso | DZD Algerian dinar | EEK Estonian kroon (until 2010) | EGP Egyptian pound
        ERN Eritrean nakfa | ETB Ethiopian birr | EUR Euro | FJD Fiji dollar | FKP Falkland Islands pound | GBP Pound sterling
        GEL Georgian lari | GHS Ghanaian cedi | GIP Gibraltar pound | GMD Gambian dalasi | GNF Guinean franc | GTQ Guatemalan quetzal
        GYD Guyanese dollar | HKD Hong Kong dollar | HNL Honduran lempira | HRK Croatian kuna (until 2022) | HTG Haitian gourde
        HUF Hungarian forint | IDR Indonesian rupiah | ILS Israeli new shekel | INR Indian rupee | IQD Iraqi dinar | IRR Iranian rial
        ISK Icelandic króna | JMD Jamaican dollar | JOD Jordanian dinar | JPY Japanese yen | KES Kenyan shilling | KGS Kyrgyz som
        KHR Cambodian riel | KMF Comorian franc | KPW North Korean won | KRW South Korean won | KWD Kuwaiti dinar
        KYD Cayman Islands dollar | KZT Kazakhstani tenge | LAK Lao kip | LBP Lebanese pound | LKR Sri Lankan rupee
        LRD Liberian dollar | LSL Lesotho loti | LTL Lithuanian litas (until 2014) | LVL Latvian lats (until 2013) | LYD Libyan dinar
        MAD Moroccan dirham | MDL Moldovan leu | MGA Malagasy ariary | MKD Macedonian denar | MMK Myanmar kyat | MNT Mongolian tögrög
        MOP Macanese pataca | MRO Mauritanian ouguiya (until 2017) | MRU Mauritanian ouguiya | MUR Mauritian rupee
        MVR Maldivian rufiyaa | MWK Malawian kwacha | MXN Mexican peso | MXV Mexican unit of investment | MYR Malaysian ringgit
        MZN Mozambican metical | NAD Namibian dollar | NGN Nigerian naira | NIO Nicaraguan córdoba | NOK Norwegian krone
        NPR Nepalese rupee | NZD New Zealand dollar | OMR Omani rial | PAB Panamanian balboa | PEN Peruvian sol
        PGK Papua New Guinean kina | PHP Philippine peso | PKR Pakistani rupee | PLN Polish złoty | PYG Paraguayan guaraní
        QAR Qatari riyal | RON Romanian leu | RSD Serbian dinar | RUB Russian ruble | RWF Rwandan franc | SAR Saudi riyal
        SBD Solomon Islands dollar | SCR Seychelles rupee | SDG Sudanese pound | SEK Swedish krona | SGD Singapore dollar
        SHP Saint Helena pound | SLE Sierra Leonean leone | SLL Sierra Leonean leone (until 2024) | SOS Somali shilling
        SRD Surinamese dollar | SSP South Sudanese pound | STD São Tomé and Príncipe dobra (until 2017)
        STN São Tomé and Príncipe dobra | SVC Salvadoran colón | SYP Syrian pound | SZL Swazi lilangeni | THB Thai baht
        TJS Tajikistani somoni | TMT Turkmenistan manat | TND Tunisian dinar | TOP Tongan paʻanga | TRY Turkish lira
        TTD Trinidad and Tobago dollar | TWD New Taiwan dollar | TZS Tanzanian shilling | UAH Ukrainian hryvnia | UGX Ugandan shilling
        USD US dollar | USN US dollar (next day) | UYI Uruguayan indexed unit | UYU Uruguayan peso | UYW Uruguayan wage index unit
        UZS Uzbekistani som | VED Venezuelan digital bolívar | VEF Venezuelan bolívar (until 2018) | VES Venezuelan bolívar
        VND Vietnamese đồng | VUV Vanuatu vatu | WST Samoan tālā | XAD Arab accounting dinar | XAF Central African CFA franc
        XCD East Caribbean dollar | XCG Caribbean guilder | XOF West African CFA franc | XPF CFP franc | YER Yemeni rial
        ZAR South African rand | ZMK Zambian kwacha (until 2012) | ZMW Zambian kwacha | ZWG Zimbabwe Gold
        ZWL Zimbabwean dollar (until 2024)
        """;

    private const string Russian = """
        AED Дирхам ОАЭ | AFN Афгани | ALL Албанский лек | AMD Армянский драм | ANG Нидерландский антильский гульден (до 2025)
        AOA Ангольская кванза | ARS Аргентинское песо | AUD Австралийский доллар | AWG Арубанский флорин | AZN Азербайджанский манат
        BAM Конвертируемая марка | BBD Барбадосский доллар | BDT Бангладешская така | BGN Болгарский лев (до 2025)
        BHD Бахрейнский динар | BIF Бурундийский франк | BMD Бермудский доллар | BND Брунейский доллар | BOB Боливиано
        BOV Боливийский мвдол | BRL Бразильский реал | BSD Багамский доллар | BTN Бутанский нгултрум | BWP Ботсванская пула
        BYN Белорусский рубль | BYR Белорусский рубль (до 2016) | BZD Белизский доллар | CAD Канадский доллар | CDF Конголезский франк
        CHE WIR-евро | CHF Швейцарский франк | CHW WIR-франк | CLF Чилийская условная расчётная единица | CLP Чилийское песо
        CNY Китайский юань | COP Колумбийское песо | COU Колумбийская единица реальной стоимости | CRC Коста-риканский колон
        CUC Кубинское конвертируемое песо (до 2021) | CUP Кубинское песо | CVE Эскудо Кабо-Верде | CZK Чешская крона | DJF Франк Джибути
        DKK Датская крона | DOP Доминиканское песо | DZD Алжирский динар | EEK Эстонская крона (до 2010) | EGP Египетский фунт
        ERN Эритрейская накфа | ETB Эфиопский быр | EUR Евро | FJD Доллар Фиджи | FKP Фунт Фолклендских островов | GBP Фунт стерлингов
        GEL Грузинский лари | GHS Ганский седи | GIP Гибралтарский фунт | GMD Гамбийский даласи | GNF Гвинейский франк
        GTQ Гватемальский кетсаль | GYD Гайанский доллар | HKD Гонконгский доллар | HNL Гондурасская лемпира
        HRK Хорватская куна (до 2022) | HTG Гаитянский гурд | HUF Венгерский форинт | IDR Индонезийская рупия
        ILS Новый израильский шекель | INR Индийская рупия | IQD Иракский динар | IRR Иранский риал | ISK Исландская крона
        JMD Ямайский доллар | JOD Иорданский динар | JPY Японская иена | KES Кенийский шиллинг | KGS Киргизский сом
        KHR Камбоджийский риель | KMF Франк Комор | KPW Северокорейская вона | KRW Южнокорейская вона | KWD Кувейтский динар
        KYD Доллар Островов Кайман | KZT Казахстанский тенге | LAK Лаосский кип | LBP Ливанский фунт | LKR Шри-ланкийская рупия
        LRD Либерийский доллар | LSL Лоти | LTL Литовский лит (до 2014) | LVL Латвийский лат (до 2013) | LYD Ливийский динар
        MAD Марокканский дирхам | MDL Молдавский лей | MGA Малагасийский ариари | MKD Македонский денар | MMK Мьянманский кьят
        MNT Монгольский тугрик | MOP Патака Макао | MRO Мавританская угия (до 2017) | MRU Мавританская угия | MUR Маврикийская рупия
        MVR Мальдивская руфия | MWK Малавийская квача | MXN Мексиканское песо | MXV Мексиканская инвестиционная единица
        MYR Малайзийский ринггит | MZN Мозамбикский метикал | NAD Доллар Намибии | NGN Нигерийская найра | NIO Никарагуанская кордоба
        NOK Норвежская крона | NPR Непальская рупия | NZD Новозеландский доллар | OMR Оманский риал | PAB Панамский бальбоа
        PEN Перуанский соль | PGK Кина Папуа — Новой Гвинеи | PHP Филиппинское песо | PKR Пакистанская рупия | PLN Польский злотый
        PYG Парагвайский гуарани | QAR Катарский риал | RON Румынский лей | RSD Сербский динар | RUB Российский рубль | RWF Франк Руанды
        SAR Саудовский риял | SBD Доллар Соломоновых Островов | SCR Сейшельская рупия | SDG Суданский фунт | SEK Шведская крона
        SGD Сингапурский доллар | SHP Фунт Святой Елены | SLE Леоне Сьерра-Леоне | SLL Леоне Сьерра-Леоне (до 2024)
        SOS Сомалийский шиллинг | SRD Суринамский доллар | SSP Южносуданский фунт | STD Добра Сан-Томе и Принсипи (до 2017)
        STN Добра Сан-Томе и Принсипи | SVC Сальвадорский колон | SYP Сирийский фунт | SZL Лилангени | THB Таиландский бат
        TJS Таджикский сомони | TMT Туркменский манат | TND Тунисский динар | TOP Тонганская паанга | TRY Турецкая лира
        TTD Доллар Тринидада и Тобаго | TWD Новый тайваньский доллар | TZS Танзанийский шиллинг | UAH Украинская гривна
        UGX Угандийский шиллинг | USD Доллар США | USN Доллар США (следующего дня) | UYI Уругвайская индексная единица
        UYU Уругвайское песо | UYW Уругвайская единица индекса зарплат | UZS Узбекский сум | VED Венесуэльский цифровой боливар
        VEF Венесуэльский боливар (до 2018) | VES Венесуэльский боливар | VND Вьетнамский донг | VUV Вату | WST Самоанская тала
        XAD Арабский расчётный динар | XAF Франк КФА BEAC | XCD Восточнокарибский доллар | XCG Карибский гульден | XOF Франк КФА BCEAO
        XPF Французский тихоокеанский франк | YER Йеменский риал | ZAR Южноафриканский рэнд | ZMK Замбийская квача (до 2012)
        ZMW Замбийская квача | ZWG Зимбабвийское золото | ZWL Доллар Зимбабве (до 2024)
        """;

    private static readonly Dictionary<string, string> InEnglish = Listed(English);

    private static readonly Dictionary<string, string> InRussian = Listed(Russian);

    /// <param name="language">en or ru.</param>
    public static string Of(Currency currency, string language) => (language == "ru" ? InRussian : InEnglish)[currency.Code];

    private static Dictionary<string, string> Listed(string names) => names.Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .ToDictionary(entry => entry[..3], entry => entry[4..], StringComparer.Ordinal);
}
