using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.Extensions.ObjectPool;
using Qingdan.Exchange.Mounts.Calling;
using Qingdan.Exchange.Projection;
using Qingdan.Platform.Results;
using Qingdan.Platform.Time;

namespace Qingdan.Exchange.Mounts.Trial;

/// <summary>Judges a provider's answer as the gateway would: it must project. Also finds of which day the data are.</summary>
internal sealed class LookAtAnswer(ObjectPool<Projector> projectors)
{
    /// <summary>Projects all placed items of it; the fault, or how many rows there are.</summary>
    public async Task<(Fault? Fault, long Rows)> Project(Selector selector, byte[] body, CancellationToken cancel)
    {
        var plan = ProjectionPlan.Compile(selector, [.. selector.Items.Keys.Select(i => new GrantedItem(i, Treatment.Plain))]);
        if (!plan.TryGet(out var compiled)) return (plan.Faults[0], 0);
        var projector = projectors.Get();
        try
        {
            projector.Begin(compiled, limits: ProjectionLimits.Usual with { Whole = body.Length });
            await projector.TakeWhole(PipeReader.Create(new ReadOnlySequence<byte>(body)), cancel);
            return (projector.Refusal == Refusal.None ? null : Refusals.Of(projector.Refusal), projector.Rows);
        }
        finally
        {
            projectors.Return(projector);
        }
    }

    /// <summary>The answer as a tree, to be looked at: only where all its strings are text.</summary>
    public static Result<JsonDocument> Open(byte[] body)
    {
        // The projector passes over one byte-order mark too.
        var json = body.AsMemory(body.AsSpan().StartsWith("\ufeff"u8) ? 3 : 0);
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName) _ = reader.GetString();
            return JsonDocument.Parse(json);
        }
        // Half a surrogate pair where nothing is granted; the framework has no other way to say it.
        catch (InvalidOperationException)
        {
            return Refusals.Of(Refusal.NotText);
        }
    }

    /// <summary>Of which day the data are, by the mount's header or path; null when neither says it.</summary>
    public static DateOnly? DataOn(Mount mount, ProviderAnswer answer, JsonElement body)
    {
        var days = new List<DateOnly>();
        if (Day(answer.Dated) is { } dated) days.Add(dated);
        if (mount.DatePath.Length > 0)
        {
            var (path, rows) = (JsonPath.Parse(mount.DatePath, "").Value, JsonPath.Parse(mount.RowsPath, "").Value);
            string?[] steps = path.Absolute ? [.. path.Steps] : [.. rows.Steps, .. path.Steps];
            days.AddRange(AnswerShape.Texts(body, steps).Select(Day).OfType<DateOnly>());
        }
        return days.Count == 0 ? null : days.Max();
    }

    // A header has the form of RFC 9110, 5.6.7; other places what people write.
    private static DateOnly? Day(string text) =>
        DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? LegalDay.Of(instant)
        : DayText.Read(text.Trim()) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
