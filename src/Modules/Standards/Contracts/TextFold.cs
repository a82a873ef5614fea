using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Qingdan.Standards.Contracts;

/// <summary>Makes what people write comparable: half-width, lower case, simplified characters, single spaces. For recognising, never for storing.</summary>
public static partial class TextFold
{
    private const int FullWidthOffset = 'Ａ' - 'A';

    // The traditional characters that occur in headings and value domains; not a converter of prose.
    private const string Traditional = "週時動無條開資靜態個鐘異變與單絕機密級別標檔類稱數據據欄號編關鍵備註頻來進處庫電報發佈聯繫絡釋間長網書際執額儲導誌記錄訂審權屬區縣鄉鎮鏈結說隨齡歲價幣義圖種總務業應當項題門員體彙實現檢驗";
    private const string Simplified = "周时动无条开资静态个钟异变与单绝机密级别标档类称数据据栏号编关键备注频来进处库电报发布联系络释间长网书际执额储导志记录订审权属区县乡镇链结说随龄岁价币义图种总务业应当项题门员体汇实现检验";
    private static readonly FrozenDictionary<char, char> ToSimplified = Traditional.Zip(Simplified).DistinctBy(p => p.First).ToFrozenDictionary(p => p.First, p => p.Second);

    /// <summary>The folded text; empty for null.</summary>
    public static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var half = c is >= '！' and <= '～' ? (char)(c - FullWidthOffset) : c;
            if (char.IsWhiteSpace(half) || char.IsControl(half) || half is '\u200B' or '\uFEFF') folded.Append(' ');
            else folded.Append(ToSimplified.GetValueOrDefault(half, char.ToLowerInvariant(half)));
        }
        return Spaces().Replace(folded.ToString(), " ").Trim();
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Spaces();
}
