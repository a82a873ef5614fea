// A provider's API as departments have them: rows deep in an envelope, more in them than anybody is granted, a key in a header.
// It holds no real data: all people and numbers are made up.
var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseUrls(args.FirstOrDefault() ?? "http://127.0.0.1:5081");
var app = builder.Build();
var marriages = Enumerable.Range(1, 200).Select(i => new
{
    holder = new { name = $"示例{i}", idNumber = $"31010119{80 + (i % 20)}0101{i:0000}", phone = $"1380000{i:0000}" },
    registration = new { state = i % 5 == 0 ? "离婚" : "已婚", date = $"20{10 + (i % 15)}-0{1 + (i % 9)}-15", office = "示例市民政局婚姻登记处" },
    internalRemark = "内部备注，任何授权都不包含",
}).ToArray();

app.Use((http, next) =>
{
    if (http.Request.Headers["X-Api-Key"] == "sample-key") return next(http);
    http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    return Task.CompletedTask;
});
app.MapGet("/v1/marriages", (string? idNumber) =>
{
    var rows = idNumber is null ? marriages.Take(20) : marriages.Where(m => m.holder.idNumber == idNumber);
    return Results.Json(new { code = 0, dataDate = "2026-11-20", data = new { total = rows.Count(), list = rows } });
});
app.MapGet("/v1/broken", () => Results.Text("""{"data":{"list":[{"holder":""", "application/json"));
app.Run();
