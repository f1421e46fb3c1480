using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Cosecha.AcceptanceTests.Hosting;

public sealed class MultiOutputTests(AzuriteFixture storage)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_result_answers_the_request_and_feeds_several_queues()
    {
        var texts = new TestQueue(storage.ConnectionString, storage.UniqueName("texts"));
        var numbers = new TestQueue(storage.ConnectionString, storage.UniqueName("numbers"));
        var none = new TestQueue(storage.ConnectionString, storage.UniqueName("none"));
        await using var host = await TestHost.StartAsync(
            storage.ConnectionString,
            typeof(Splitter),
            new()
            {
                ["Texts"] = texts.Name,
                ["Numbers"] = numbers.Name,
                ["None"] = none.Name,
            }
        );

        using var answer = await host.Client.PostAsync("api/split", new StringContent("uno dos"), Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldBe("2");
        // Outputs are stored before the answer: nothing to wait for.
        (await texts.CountAsync()).ShouldBe(2);
        (await texts.TakeAsync(2)).Order().ShouldBe(["dos", "uno"]);
        (await numbers.TakeAsync(1)).ShouldBe(["{\"Count\":2}"]);
        (await none.CountAsync()).ShouldBe(0);
    }

    public sealed record Tally(int Count);

    public sealed class Split
    {
        [HttpResult]
        public required IActionResult Response { get; init; }

        [QueueOutput("%Texts%")]
        public string[] Texts { get; init; } = [];

        [QueueOutput("%Numbers%")]
        public Tally? Number { get; init; }

        [QueueOutput("%None%")]
        public string? None { get; init; }
    }

    public sealed class Splitter
    {
        [Function("Split")]
        public static async Task<Split> Run(
            [HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequest request,
            CancellationToken cancellationToken
        )
        {
            using var reader = new StreamReader(request.Body);
            var words = (await reader.ReadToEndAsync(cancellationToken)).Split(' ');
            return new Split
            {
                Response = new ObjectResult(words.Length) { StatusCode = StatusCodes.Status202Accepted },
                Texts = words,
                Number = new Tally(words.Length),
            };
        }
    }
}
