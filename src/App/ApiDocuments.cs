using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;
using Qingdan.Platform.Web;

namespace Qingdan.App;

/// <summary>The API's description, made from the endpoints: OpenAPI 3.1 and, for older tools, 3.0.</summary>
internal static class ApiDocuments
{
    private static readonly (string Name, OpenApiSpecVersion Version)[] Documents = [("v1", OpenApiSpecVersion.OpenApi3_1), ("v1-3.0", OpenApiSpecVersion.OpenApi3_0)];

    public static IServiceCollection AddApiDocuments(this IServiceCollection services)
    {
        foreach (var (name, version) in Documents)
            services.AddOpenApi(name, options =>
            {
                options.OpenApiVersion = version;
                options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) is true;
                options.AddOperationTransformer((operation, context, _) =>
                {
                    Complete(operation, context.Description);
                    return Task.CompletedTask;
                });
                options.AddDocumentTransformer((document, _, _) =>
                {
                    document.Info = new OpenApiInfo { Title = "Qingdan 清单", Version = "v1" };
                    return Task.CompletedTask;
                });
            });
        return services;
    }

    // What holds for every operation is said once here.
    private static void Complete(OpenApiOperation operation, ApiDescription described)
    {
        (operation.Responses ??= [])["4XX"] = new OpenApiResponse { Description = "RFC 9457 problem: code, field, all faults" };
        operation.Parameters ??= [];
        foreach (var name in described.ActionDescriptor.EndpointMetadata.OfType<QueryNames>().SelectMany(q => q.Names))
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        if (described.HttpMethod == HttpMethods.Post)
            operation.Parameters.Add(new OpenApiParameter { Name = "Idempotency-Key", In = ParameterLocation.Header, Description = "Sent again with the same key within a day, the request is done once.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 100 } });
    }

    public static void MapApiDocuments(this IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
}
