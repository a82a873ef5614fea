using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Qingdan.Platform.Database;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Web;

/// <summary>The description of the API as other systems build upon it: a change of it is seen in review.</summary>
public sealed class OpenApiTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    [Fact]
    public async Task The_API_is_as_docs_say()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        var served = JsonNode.Parse(await app.Http.GetStringAsync("/openapi/v1.json"))!.AsObject();
        served.Remove("servers"); // the port of this run
        var text = served.ToJsonString(Readable) + "\n";
        var kept = Checkout.Path("docs", "openapi.json");
        if (File.Exists(kept) && await File.ReadAllTextAsync(kept) == text) return;
        var now = Checkout.Path("artifacts", "openapi.json");
        await File.WriteAllTextAsync(now, text);
        Assert.Fail("The API has changed. When that is meant: cp artifacts/openapi.json docs/openapi.json, and say so in CHANGELOG.md.");
    }

    [Fact]
    public async Task Every_operation_stands_in_API_md()
    {
        await using var app = await TestApp.Start(Engine.Sqlite);
        using var served = JsonDocument.Parse(await app.Http.GetStringAsync("/openapi/v1.json"));
        var guide = await File.ReadAllTextAsync(Checkout.Path("docs", "API.md"));
        var operations = served.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => $"`{o.Name.ToUpperInvariant()} {p.Name}`"));
        Assert.Equal([], operations.Where(o => !guide.Contains(o, StringComparison.Ordinal)));
    }
}
