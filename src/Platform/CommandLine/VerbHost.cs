using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Platform.Language;
using Qingdan.Platform.Results;
using Qingdan.Platform.Web;

namespace Qingdan.Platform.CommandLine;

/// <summary>What a verb needs of the program: services for the chosen store, and one way to print answers and refusals.</summary>
public sealed class VerbHost(Func<ParseResult, CancellationToken, Task<AsyncServiceScope>> open)
{
    /// <summary><c>--json</c>, known to every verb.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "以 JSON 输出 / print JSON", Recursive = true };

    /// <summary>A scope of services on the store that <c>--data</c> or <c>--db</c> names, migrated.</summary>
    public Task<AsyncServiceScope> Open(ParseResult parsed, CancellationToken cancel) => open(parsed, cancel);

    /// <summary>Prints an answer: as JSON when asked for, otherwise by <paramref name="text"/>.</summary>
    public int Answer<T>(ParseResult parsed, T value, Action<T, TextWriter> text)
    {
        var writer = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(Json)) writer.WriteLine(JsonSerializer.Serialize(value, JsonText.Readable));
        else text(value, writer);
        return ExitCode.Done;
    }

    /// <summary>Prints refusals: code, field and sentence, one a line.</summary>
    public int Refuse(ParseResult parsed, IReadOnlyList<Fault> faults, Translator t)
    {
        var error = parsed.InvocationConfiguration.Error;
        if (parsed.GetValue(Json))
            parsed.InvocationConfiguration.Output.WriteLine(JsonSerializer.Serialize(new { Faults = faults.Select(f => new { f.Code, f.Field, Message = t[f] }) }, JsonText.Readable));
        foreach (var fault in faults) error.WriteLine($"{fault.Code}: {t[fault]}");
        return ExitCode.Refused;
    }
}
