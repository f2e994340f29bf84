"""Queries as people half-remember them: what they type, the file, and a piece of the turn meant.

Two pieces where the words are from two turns; either is right. The tuning half was looked at while
the rules were made, the other half was not.
"""

from typing import Final, NamedTuple

__all__ = ["HELD_OUT", "TUNED", "Remembered"]


class Remembered(NamedTuple):
    """What somebody types, and what they mean: any turn of `file` with one of the `pieces`."""

    query: str
    file: str
    pieces: tuple[str, ...]


def _listed(text: str) -> tuple[Remembered, ...]:
    rows = (line.split("|") for line in text.strip().splitlines())
    return tuple(
        Remembered(query.strip(), file.strip(), tuple(map(str.strip, pieces)))
        for query, file, *pieces in rows
    )


TUNED: Final = _listed(
    """
    incident managing theme podcast | 003 | recurring themes on our podcast
    pager dutty sponsoring | 001 | thank you Page Duty for
    kube con london corporates | 003 | KubeCon, I think it was in London
    kubecon seventy percent migrating | 001 | last Cubicon
    versel heroku fly | 003 | platforms like Vercel
    kaizen kaikaku japanese | 001 | in Japanese it's called
    docker swam nomad | 003 | run Docker Swarm
    postgress inside of my docker | 003 | install Postgres inside
    claude code in thirty minutes | 001 | cloud code in thirty
    upside down pyramids linux | 003 | this upside down pyramid
    robotic terminators downfall of mankind | 003 | downfall of humanity
    beam energy from space back to earth | 003 | beam energy from
    teflon on your frying pan chemicals | 003 | Teflon on your pan
    remove the plastic take out the silver | 003 | take out the gold
    survey crashed after submitting | 003 | it says like, oops
    wrapped etherium bridge | 003 | find a bridge
    smiley emoji survey follow up questions | 003 | smiley or a frowny
    valid analogy learn driving a car | 003 | how to drive a car
    sapiens book improve individual life | 003 | books like Sapiens
    virus infects my parents friends | 001 | My parents use AI
    eye of the storm resources team | 002 | eye of a hurricane
    sandbox environment web assembly | 004 | in a sandboxed environment
    dora metric change failing rate | 004 | Change Failure Rate
    marathon with full backpacks | 002 | marathon with a full
    jager tracing requests | 004 | using Jaeger
    who is the idiot that wrote this | 003 | idiot that programmed
    finops spending alert treshold | 004 | when spending hits
    every day laundry wardrobe t shirt | 001 | Every day is laundry | just this one
    should we do some picks i think it's time | 003 | Should we do some picks | I think it's time
    miesieczne koszta copilota 20 dolarow | 000 | około 20 dolarów
    trenowanie starcodera 150 tysiecy | 000 | koszt 150 tys
    backap i restore spojny zerowa szansa | 000 | zrobimy backup spójny
    rekonsyliacja dwukierunkowa | 000 | zalecają rekoncyliację
    idempotetnosc droga implementacja | 000 | bardzo droga w implementacji
    spacelift kasa znika | 000 | space lift czy parę
    open tofu linux na desktopie | 000 | kolejny Linux desktop
    grafana shift incydent response | 000 | Grafana Sift
    budza cie o piatej w nocy | 000 | budzą o czwartej
    alerty metryka cykl zycia | 000 | budujemy alerty | poza cyklem życia
    inwalidacje kesza kolejki redis | 000 | inwalidacja cache'a
    gotowka hashicorpa | 000 | tam jest gotówka
    service mesh przeszlosc istio | 000 | przyszłość service-meshy | Istio Ambient
    artikel lessons learnd copilot | 000 | Lessons Learned from
    """
)

HELD_OUT: Final = _listed(
    """
    trained for using tools | 003 | trained to use the tool
    carbons credit reselling | 003 | carbon credit resells
    developers reviewing mostly of the code | 001 | ones that have to review
    garbage collecting setting tweak | 002 | tweaking the garbage collector
    leaking memory in python | 004 | memory leak in the Python
    malym reaktorem sie broni | 000 | Małe reaktory się bronią
    wiadrem zimnych wod | 000 | wiadro zimnej wody
    dobrze zrobionym inboxem idempotentny | 000 | Inbox jest idempotentny
    drugi poziom cache pozaaplikacyjnego | 000 | cache drugiego poziomu
    certyfikatu wygasanie | 000 | certyfikat wygasł
    cubernetes home lap | 001 | Kubernetes Home Lab project
    farget on eks | 001 | fargate effectively with
    hashi corp nomad | 001 | that Hashi Corpus done
    servilis solution vibe coding | 001 | actually a serverless solution
    apoptosys organism | 001 | apoptosis and die
    teraform unit testy | 000 | unit testów na poziomie
    silium graduation | 000 | Cilium uzyskało graduation
    redisch cache instance | 003 | Redis cache instance
    turbonomik cost optimisation | 004 | Turbonomic for cost
    hiper drive klaudfler | 000 | CloudFlare wypuścił fajną
    humanity takes small steps rather than giant leaps | 003 | step changes for things
    my wife gave me one of these t-shirts | 003 | my wife bought me
    telling the freezer when it's time to defrost | 003 | telling the refrigerator
    the more managers nerd out about a topic | 003 | the more engineers nerd
    conveyor belts move parts through a factory | 002 | series of conveyor belts
    jedno zrodlo danych i to się rozsyla | 000 | jedno źródło prawdy
    excel albo tableau pokazal tabelke | 000 | Excelem albo Power
    unlocking a badge in each step of the survey | 003 | you're unlocking something
    nuclear technology atom idziemy | 000 | Program Manager Nuclear | atom, idziemy w tym
    mobland guy ritchie right on jujutsu | 003 | really liked Mobland | called JJ, Jujutsu
    amazon eks team kudos | 003 | by the Amazon EKS team | Kudos to them
    cykl zycia dzieje sie inaczej | 000 | jest poza cyklem życia | inaczej niż normalnie
    how are you bud thank you for having me | 001 | how are you, Bud | Thank you for having me here
    lukasz ostatnie slowo na wierzchu | 000 | musi mieć na wierzchu
    matma pod spodem skomplikowana | 000 | pod spodem jest matma
    zle przykladowe testy na konferencjach | 000 | zawsze na konferencjach
    kubernetis pod restartin | 001 | don't have to restart the pod
    carben dioxide per internasional flight | 003 | kilogram of carbon dioxide
    korelacja zdazen automatyczna | 000 | automatyczną korelację zdarzeń
    anomali detekcja gitlab statystyka | 000 | detection zwykłą statystyką
    dopamin hit | 003 | with a dopamine hit
    laundery day | 003 | day is laundry day
    financial steward | 002 | also financial stewards
    attack surfaces | 004 | reduce our attack surface
    """
)
