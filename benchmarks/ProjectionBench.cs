using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Qingdan.Exchange.Projection;
using Qingdan.Exchange.Projection.Masking;

namespace Qingdan.Bench;

/// <summary>What projecting an answer costs beside copying it and beside reading it alone: 2 KB whole, and 100 MB in a stream. In memory; no network is measured.</summary>
internal static class ProjectionBench
{
    private const int SmallCalls = 20_000;

    /// <summary>Measures; of the long answer also the memory.</summary>
    public static async Task<IReadOnlyList<Ratio>> Run()
    {
        var plan = PlanOf();
        var (small, large) = (Document(8), Document(400_000));
        var (allocated, grown) = (await Allocated(plan, small), await Grown(plan, large) / 1e6);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"small {small.Length} bytes, large {large.Length / 1e6:0.0} MB, allocated per small call {allocated:0} bytes, memory grown by the large one {grown:0.0} MB"));
        return
        [
            await Ratio.Measure($"2 KB × {SmallCalls:n0} projected, beside copied", "-", 7, null, () => Small(plan, small), () => Copied(small, SmallCalls)),
            await Ratio.Measure($"2 KB × {SmallCalls:n0} projected, beside read alone", "-", 7, null, () => Small(plan, small), () => Read(small, SmallCalls)),
            await Ratio.Measure("100 MB projected, beside copied", "-", 5, null, () => Streamed(plan, large), () => Copied(large, 1)),
            await Ratio.Measure("100 MB projected, beside read alone", "-", 5, null, () => Streamed(plan, large), () => Read(large, 1)),
        ];
    }

    // Half of what is there leaves, one item of it masked.
    private static ProjectionPlan PlanOf()
    {
        var selector = Selector.Parse("$.data.list[*]", [new(0, "person.name"), new(1, "person.idNo"), new(2, "address"), new(3, "contacts[*].phone"), new(4, "updated"), new(5, "$.data.total")]).Value;
        return ProjectionPlan.Compile(selector, [new(0, Treatment.Plain), new(1, Treatment.Masked(Masks.Of(MaskKind.IdNumber, "", "", "mask").Value)), new(3, Treatment.Plain), new(4, Treatment.Plain)]).Value;
    }

    private static byte[] Document(int rows)
    {
        var text = new StringBuilder("{\"code\":200,\"data\":{\"total\":").Append(rows).Append(",\"list\":[");
        for (var i = 0; i < rows; i++)
            text.Append(i > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $$"""{"id":{{i}},"person":{"name":"张三{{i % 100}}","idNo":"310101199001{{i % 1_000_000:000000}}","sex":"1"},"address":"上海市浦东新区世纪大道{{i % 1000}}号","contacts":[{"kind":"手机","phone":"1380000{{i % 10_000:0000}}"}],"state":"有效","updated":"2026-11-27"}""");
        return Encoding.UTF8.GetBytes(text.Append("]}}").ToString());
    }

    private static async Task Small(ProjectionPlan plan, byte[] json, int calls = SmallCalls)
    {
        var (projector, sequence) = (new Projector(), new ReadOnlySequence<byte>(json));
        for (var i = 0; i < calls; i++)
        {
            projector.Begin(plan);
            if (!await projector.TakeWhole(PipeReader.Create(sequence), CancellationToken.None) || projector.Refusal != Refusal.None) throw new InvalidOperationException($"{projector.Refusal}");
        }
    }

    private static async Task Streamed(ProjectionPlan plan, byte[] json)
    {
        var projector = new Projector();
        projector.Begin(plan);
        var from = PipeReader.Create(new MemoryStream(json), new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        await projector.Stream(from, PipeWriter.Create(Stream.Null), CancellationToken.None);
        if (projector.Refusal != Refusal.None) throw new InvalidOperationException($"{projector.Refusal}");
    }

    // Byte for byte into a buffer, as a proxy does.
    private static Task Copied(byte[] json, int calls)
    {
        var buffer = new byte[64 * 1024];
        for (var i = 0; i < calls; i++)
            for (var place = 0; place < json.Length; place += buffer.Length) json.AsSpan(place, Math.Min(buffer.Length, json.Length - place)).CopyTo(buffer);
        return Task.CompletedTask;
    }

    private static Task Read(byte[] json, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read()) { }
        }
        return Task.CompletedTask;
    }

    private static async Task<double> Allocated(ProjectionPlan plan, byte[] json)
    {
        await Small(plan, json, 100);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Small(plan, json, 1000);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / 1000.0;
    }

    private static async Task<long> Grown(ProjectionPlan plan, byte[] json)
    {
        GC.Collect();
        var before = Environment.WorkingSet;
        await Streamed(plan, json);
        return Environment.WorkingSet - before;
    }
}
