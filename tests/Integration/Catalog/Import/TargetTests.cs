using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Qingdan.Catalog.Import.Batches;
using Qingdan.Catalog.Import.Receiving;
using Qingdan.Platform.Database;
using Qingdan.Platform.Identity;
using Qingdan.Platform.Results;
using Qingdan.Standards.Contracts;
using Qingdan.Tests.Support;
using Xunit;

namespace Qingdan.Tests.Integration.Catalog.Import;

/// <summary>Only the city publishes by an import, however the target is written.</summary>
public sealed partial class TargetTests
{
    private static readonly byte[] Csv = "目录名称\n甲\n"u8.ToArray();

    [Theory, Engines("2"), Engines("published2")]
    public async Task A_target_that_does_not_exist_is_refused_at_the_form_and_at_the_api(Engine engine, string target)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王联", "市民政局", Roles.Liaison));
        var token = Token().Match(await app.Http.GetStringAsync("/catalog/imports/new")).Groups["value"].Value;
        using var page = await Send(app, "/catalog/imports/new", target, token);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        using var api = await Send(app, "/api/v1/imports", target);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "catalog.import.target.unknown"), (api.StatusCode, (await Json(api)).GetProperty("code").GetString()));
        Assert.Equal(0, await Batches(app));
    }

    [Theory, Engines]
    public async Task A_mapping_cannot_ask_for_one_either(Engine engine)
    {
        await using var app = await TestApp.Start(engine, TestPerson.Of("王联", "市民政局", Roles.Liaison));
        using var received = await Send(app, "/api/v1/imports", "draft");
        var place = received.Headers.Location!.ToString();
        using var number = await app.Http.PutAsJsonAsync($"{place}/mapping", new { target = 2 });
        Assert.Equal(HttpStatusCode.BadRequest, number.StatusCode);
        var form = new Dictionary<string, string> { ["edit"] = "0", ["c0"] = "name", ["target"] = "2" };
        using var page = await app.Post($"{place.Replace("/api/v1", "/catalog", StringComparison.Ordinal)}/mapping", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
        using var still = await app.Http.GetAsync(place);
        Assert.Equal("uploaded", (await Json(still)).GetProperty("state").GetString());
    }

    [Theory, Engines]
    public async Task A_unit_gets_drafts_and_nothing_else_from_the_use_cases(Engine engine)
    {
        await using var run = await ImportRun.Start(engine);
        var liaison = await run.Liaison("市民政局");
        var refused = await run.Receive(Csv, actor: liaison, target: (ImportTarget)2);
        Assert.Equal(["catalog.import.target.forbidden"], refused.Faults.Select(f => f.Code));
        var id = (await run.Receive(Csv, actor: liaison)).Value;
        var choice = new MappingChoice(0, new Dictionary<int, string> { [0] = "name" }, "", (ImportTarget)2);
        var chosen = await run.Services.With<ChooseMapping, Result<Done>>(c => c.Run(id, choice, liaison, default));
        Assert.Equal(["catalog.import.target.forbidden"], chosen.Faults.Select(f => f.Code));
    }

    private static async Task<HttpResponseMessage> Send(TestApp app, string path, string target, string? token = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Csv), "file", "目录.csv" }, { new StringContent(target), "target" } };
        if (token is not null) form.Add(new StringContent(token), "token");
        return await app.Http.PostAsync(path, form);
    }

    private static async Task<int> Batches(TestApp app)
    {
        await using var scope = app.Scope();
        return await scope.ServiceProvider.GetRequiredService<Store>().Set<ImportBatch>().CountAsync();
    }

    private static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    [GeneratedRegex("""name="token" value="(?<value>[^"]+)""")]
    private static partial Regex Token();
}
