using System.Globalization;
using Qingdan.Platform.Results;

namespace Qingdan.Platform.Language;

/// <summary>
/// The one way a sentence reaches a person: <c>T["共 {0} 条", n]</c>. The Chinese text is the key; English comes from the modules' dictionaries.
/// One per request, with the reader's language.
/// </summary>
public sealed class Translator(Dictionaries dictionaries)
{
    /// <summary>True when the reader wants English.</summary>
    public bool English { get; set; }

    /// <summary>The language tag of the page.</summary>
    public string Tag => English ? "en" : "zh-CN";

    /// <summary>The sentence in the reader's language, its placeholders filled; strings among the values are translated too.</summary>
    public string this[string chinese, params object?[] values]
    {
        get
        {
            var text = English ? dictionaries.English(chinese) : chinese;
            return values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, Array.ConvertAll(values, Value));
        }
    }

    /// <summary>A refusal as a sentence.</summary>
    public string this[Fault fault] => this[fault.Text, fault.Args];

    private object? Value(object? value) => value switch
    {
        string text => English ? dictionaries.English(text) : text,
        int or long => ((IFormattable)value).ToString("N0", CultureInfo.InvariantCulture),
        _ => value,
    };
}
