namespace Qingdan.Standards.Contracts;

/// <summary>Whole numbers in Chinese, as laws number their articles: 21 → 二十一, 105 → 一百零五.</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The number in words; 0 to 9,999.</summary>
    public static string Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 9999);
        if (number < 10) return Digits[number].ToString();
        if (number < 20) return "十" + (number == 10 ? "" : Digits[number - 10]);
        var text = "";
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            if (digit > 0) text += Digits[digit] + name;
            else if (text.Length > 0 && number % unit > 0 && !text.EndsWith('零')) text += "零";
        }
        return text;
    }

    /// <summary>The number behind the words, or null when they are none: 二百八十六 → 286.</summary>
    public static int? Read(string words)
    {
        var (number, digit) = (0, 0);
        foreach (var c in words)
        {
            if (Digits.IndexOf(c) is var value and >= 0) digit = value;
            else if (c is '十' or '百' or '千') (number, digit) = (number + (digit == 0 ? 1 : digit) * (c == '十' ? 10 : c == '百' ? 100 : 1000), 0);
            else return null;
        }
        return words.Length == 0 ? null : number + digit;
    }
}
