using System.Buffers;
using Qingdan.Platform.Search;

namespace Qingdan.Platform.Sheets.Reading;

/// <summary>The characters that make up most of any Chinese table, to tell a right decoding from a wrong one. Traditional forms count by their simplified ones.</summary>
internal static class CommonCharacters
{
    private static readonly SearchValues<char> Common = SearchValues.Create(
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实" +
        "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员" +
        "解水名真论处走义各入几口认条平系气题活尔更别打四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完" +
        "设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运编号称源频率档案格栏字段说址提供备注收录授计费依明描述主要集最更新联络免每季县乡镇村里区街路号楼局处所站厅委办" +
        "环境卫生消防警察税财政土地房屋公园交通停车场医疗药社会福利劳动农渔牧林业统计人口户籍选举旅游文化体育观光教育图书馆水利灾害防救案件申请核准登记证照许可罚款标签关键词描述摘要领域更新部门单位目录共享开放条件无有不定期，。、；：（）「」“”％");

    /// <summary>True for a character that is common in Chinese tables.</summary>
    public static bool Has(char c) => Common.Contains(TraditionalForms.Fold(c));
}
