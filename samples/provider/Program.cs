// A provider's API as departments have them: rows deep in an envelope, more in them than anybody is granted, a key in a header.
// It holds no real data: all people and numbers are made up.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls(args.FirstOrDefault() ?? "http://127.0.0.1:5081");
var app = builder.Build();
var deposits = Enumerable.Range(1, 200).Select(i => new
{
    holder = new { name = $"示例{i}", idNumber = $"31010119{80 + (i % 20)}0101{i:0000}", phone = $"1380000{i:0000}" },
    account = new { number = $"2026{i:00000000}", @base = 8_000m + (i * 10), status = i % 9 == 0 ? "封存" : "正常" },
    deposit = new { amount = 960m + (i * 1.2m), currency = "人民币", paidOn = $"2026-{1 + (i % 11):00}-20", period = $"2026{1 + (i % 11):00}" },
    employer = new { name = $"示例单位{i % 30}", uscc = $"91310101MA1F{i % 30:00}000X" },
    internalRemark = "内部备注，任何授权都不包含",
}).ToArray();

app.Use((http, next) =>
{
    if (http.Request.Headers["X-Api-Key"] == "sample-key") return next(http);
    http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    return Task.CompletedTask;
});
app.MapGet("/v1/deposits", (string? idNumber) =>
{
    var rows = idNumber is null ? deposits.Take(20) : deposits.Where(d => d.holder.idNumber == idNumber);
    return Results.Json(new { code = 0, dataDate = "2026-11-20", data = new { total = rows.Count(), list = rows } });
});
app.MapGet("/v1/broken", () => Results.Text("""{"data":{"list":[{"holder":""", "application/json"));
app.Run();
