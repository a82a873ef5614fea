using System.Buffers;
using Qingdan.Platform.Results;

namespace Qingdan.Standards.Contracts;

/// <summary>Signs that no person types and no letter, workbook or database can hold: NUL and its like. Tabs and line breaks are none of them.</summary>
public static class ControlSigns
{
    private static readonly SearchValues<char> Signs = SearchValues.Create([.. Enumerable.Range(0, 0x20).Append(0x7f).Select(c => (char)c).Except("\t\r\n")]);

    /// <summary>The refusal of a text that holds one; null when it holds none.</summary>
    public static Fault? Refusal(string? text, string? field = null) =>
        text.AsSpan().ContainsAny(Signs) ? new Fault("standards.text.control", "文字里有不能保存的控制字符，请删去后重新填写。", field) : null;
}
