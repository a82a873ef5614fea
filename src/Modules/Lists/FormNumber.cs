using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Qingdan.Lists;

/// <summary>Numbers as forms and addresses write them: ids and counts.</summary>
internal static class FormNumber
{
    /// <summary>The number; 0 when the text is none.</summary>
    public static long Of(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>The numbers of a field, which may come several times or hold several behind commas; each once, none below 1.</summary>
    public static List<long> All(IFormCollection form, string field) => [.. form[field].OfType<string>().SelectMany(v => v.Split(',')).Select(Of).Where(n => n > 0).Distinct()];
}
